/** What people call a bucket: by its construct, where the template fixes no name for it. */

import type { ResourceIndex } from '../../plan';

const TYPE = 'AWS::S3::Bucket';

/** @returns the last part of the construct's path where no other bucket has the same; otherwise the name as it was given */
export function bucketTitle(resources: ResourceIndex, bucket: string): string {
  const buckets = resources.ofType(TYPE);
  const titles = buckets.map(one => one.constructPath?.replace(/\/Resource$/, '').split('/').at(-1));
  const meant = buckets.flatMap((one, index) => (one.name === bucket && one.name === one.logicalId ? [index] : []));
  const title = meant.length === 1 ? titles[meant[0]] : undefined;
  const isAnother = buckets.some(one => one.name === title && one.name !== bucket);
  return title === undefined || isAnother || titles.filter(one => one === title).length > 1 ? bucket : title;
}
