/** A CloudFormation template, parsed. */

export type Json = Readonly<Record<string, unknown>>;

/** A parsed template; its sections are objects, or left out. */
export interface Template {
  readonly Parameters?: Json;
  readonly Mappings?: Json;
  readonly Conditions?: Json;
  readonly Resources?: Json;
  readonly Outputs?: Json;
}

/** Whether a value is an object with keys, as opposed to a list or a scalar. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A scalar as CloudFormation would write it into a string property. */
export function asText(value: unknown): string | undefined {
  if (value === undefined || value === null || typeof value === 'symbol') return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
