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
