import { type Declared, isObject, replaceUnresolved } from '../../plan';

/** What stands for a part that is unknown: a number, so that it can stand where a value can, and within a text. */
const UNKNOWN = '9090909090909';
const VARIABLE = /#\{[^{}]{0,500}\}/g;

export type Parsed =
  | { readonly kind: 'value'; readonly value: unknown; /** whether a part of it is put in later */ readonly isPartly: boolean }
  | { readonly kind: 'broken'; readonly why: string }
  | { readonly kind: 'unknown' };

/** JSON in a text, of which parts may be unknown or variables of a run. */
export function parsed({ written, unknown }: Declared): Parsed {
  if (written === undefined || written.length > 100_000) return { kind: 'unknown' };
  const later = written.replace(VARIABLE, UNKNOWN);
  const text = replaceUnresolved(later, UNKNOWN);
  if (text.replaceAll(UNKNOWN, '').trim() === '' && text.includes(UNKNOWN)) return { kind: 'unknown' };
  try {
    return { kind: 'value', value: JSON.parse(text), isPartly: text !== written };
  } catch (error) {
    // what is unknown may be what is missing
    return unknown ? { kind: 'unknown' } : { kind: 'broken', why: (error as Error).message.replace(/[\s"]+/g, ' ').slice(0, 100) };
  }
}

/** Whether a value in parsed JSON is known: nothing is put into it later. */
export function isKnown(value: unknown): boolean {
  // several in a row, or one behind a digit, are a greater number
  if (typeof value === 'number') return Math.abs(value) < Number(UNKNOWN) && !String(value).includes(UNKNOWN);
  return !(typeof value === 'string' && value.includes(UNKNOWN));
}

/** The artifacts that `Fn::GetArtifactAtt` and `Fn::GetParam` name. */
export function* artifactsIn(value: unknown): Generator<string> {
  if (!isObject(value)) return;
  for (const item of Object.values(value)) {
    if (!isObject(item)) continue;
    const argument = item['Fn::GetArtifactAtt'] ?? item['Fn::GetParam'];
    const name = Array.isArray(argument) ? argument[0] as unknown : undefined;
    if (typeof name === 'string' && isKnown(name)) yield name;
  }
}
