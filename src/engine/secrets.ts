/** Values of secrets and parameters: only what the caller gave, never a look at the host or at AWS. */

import { isObject } from '../plan';
import { secretReference } from './buildspec';
import { EngineError } from './engine-error';
import type { Mask } from './masking';

/**
 * The value behind a reference of Secrets Manager (`id:json-key:stage:version`, or an ARN with the same after it) or
 * of Parameter Store. Given values may be named by the whole reference, by `id:json-key`, or by the id, whose value is
 * then the secret's JSON where a key is asked for.
 *
 * @throws EngineError that says how to give it
 */
export function secretValue(given: Readonly<Record<string, string>>, kind: string, reference: string, mask: Mask): string {
  const value = lookUp(given, kind, reference);
  if (value === undefined) {
    const where = kind === 'parameter-store' ? 'Parameter Store' : 'Secrets Manager';
    throw new EngineError(`${reference} of ${where} is not known on this machine: give it with --secret '${reference}=value'`);
  }
  mask.add(value);
  return value;
}

function lookUp(given: Readonly<Record<string, string>>, kind: string, reference: string): string | undefined {
  const own = (name: string) => (Object.hasOwn(given, name) ? given[name] : undefined);
  const whole = own(reference);
  if (whole !== undefined || kind === 'parameter-store') return whole;
  const { secretId: id, jsonKey: key } = secretReference(reference);
  const pair = key ? own(`${id}:${key}`) : undefined;
  const secret = pair ?? own(id) ?? own(id.replace(/^arn:.*:secret:/, ''));
  if (secret === undefined || !key || pair !== undefined) return secret;
  try {
    const parsed: unknown = JSON.parse(secret);
    const value = isObject(parsed) && Object.hasOwn(parsed, key) ? parsed[key] : undefined;
    return value === undefined ? undefined : String(value);
  } catch {
    return undefined;
  }
}
