/** IAM's quotas: characters of all inline policies of a role together, of a managed policy, and how many of these a role has. */
export const INLINE_SIZE = 10_240;
export const MANAGED_SIZE = 6_144;
export const MANAGED_COUNT = 10;

/**
 * INFERRED: how long a reference becomes that is only known when it is deployed. The longest that this library makes is the
 * ARN of a build's project, 61 characters before a name of at most 150; names that CloudFormation makes up have 128 at most.
 * A list of unknown length counts as ten.
 */
const REFERENCE = 220;
const LIST = 10 * REFERENCE;

/** The longest of the partitions, accounts, regions and suffixes that there are. */
const PSEUDO: Readonly<Record<string, number>> = { Partition: 10, AccountId: 12, Region: 14, URLSuffix: 16 };

/** A reference as a string, as an item of a list, or as an object that `JSON.stringify` cannot look into. */
const UNKNOWN = /\$\{Token\[(?:AWS\.)?(\w+)[^\]]*\]\}|#\{Token\[[^\]]*\]\}|<unresolved-\w+>/g;

/** The most characters that a policy, or a part of one, may have when it is deployed; nothing is resolved for it. */
export function sizeOf(part: unknown): number {
  const text = JSON.stringify(part);
  let size = text.length;
  for (const [marker, kind] of text.matchAll(UNKNOWN)) size += (marker.startsWith('#') ? LIST : PSEUDO[kind] ?? REFERENCE) - marker.length;
  return size;
}
