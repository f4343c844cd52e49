import { IConstruct } from 'constructs';

/**
 * Refuses what would fail in AWS: says what is wrong, how to mend it, and where.
 *
 * @param where the construct, or its path
 * @param wrong what is wrong, with the value
 * @param mend what to do about it, with what is allowed
 */
export function refuse(where: IConstruct | string, wrong: string, mend: string): never {
  const path = typeof where === 'string' ? where : where.node.path;
  throw new Error(`${wrong}\n  mend:  ${mend}\n  where: ${path}`);
}
