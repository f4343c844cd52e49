/** Policy documents as they stand in a template, and the few questions that are asked of them. */

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Principal?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface PolicyDocument {
  readonly Version?: string;
  readonly Statement: readonly Statement[];
}

export interface NamedPolicy {
  readonly name: string;
  readonly document: PolicyDocument;
}

export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value as readonly T[] : [value as T];

/** A document whose statements are a list. */
export function documentOf(value: unknown): PolicyDocument {
  const { Version, Statement } = value as { Version?: string; Statement: Statement | Statement[] };
  return { Version: Version ?? '2012-10-17', Statement: listOf(Statement) };
}
