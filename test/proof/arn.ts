/** ARNs, and patterns of them, as IAM reads both. */

/** Whether a pattern with `*` and `?` covers a text. */
export function covers(pattern: string, text: string): boolean {
  const expression = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^${expression}$`, 's').test(text);
}

/** One resource that a pattern covers. */
export function sampleOf(pattern: string): string {
  return pattern.replace(/\*/g, 'x1y2z3').replace(/\?/g, 'x');
}

export interface Parts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

export function partsOf(arn: string): Parts {
  const [, partition = '', service = '', region = '', account = '', ...resource] = arn.split(':');
  return { partition, service, region, account, resource: resource.join(':') };
}

export function arnOf({ partition, service, region, account, resource }: Parts): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

export const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
