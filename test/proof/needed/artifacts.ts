/**
 * What reading and writing artifacts takes: reference §2, "Artifact access". S3 asks the key on behalf of who reads and writes,
 * and tells it so; with a bucket key it names the bucket, without one the object.
 */

import { calls, Need } from './need';

/** A bucket of artifacts as an action knows it. */
export interface Store {
  readonly bucketArn: string;
  readonly keyArn: string;
  readonly region: string;
}

const cut = (pipelineName: string, artifact: string) => `${pipelineName.slice(0, 20)}/${artifact.slice(0, 10)}/*`;

export function artifactNeeds(store: Store, pipelineName: string, reads: readonly string[], writes: readonly string[]): Need[] {
  if (!reads.length && !writes.length) return [];
  const objects = (names: readonly string[]) => names.map(name => `${store.bucketArn}/${cut(pipelineName, name)}`);
  return [
    ...calls('s3', 'GetBucketVersioning GetBucketAcl GetBucketLocation', store.bucketArn),
    ...calls('s3', 'GetObject GetObjectVersion', objects(reads)),
    ...calls('s3', 'PutObject', objects(writes)),
    ...[store.bucketArn, ...objects([...reads, ...writes])].flatMap(encrypted => keyNeeds(store, encrypted, writes.length > 0)),
  ];
}

/** What S3 asks the key for an object, or for the bucket whose key serves its objects. */
export function keyNeeds({ keyArn, region }: Store, encrypted: string, writes: boolean): Need[] {
  return calls('kms', writes ? 'Decrypt GenerateDataKey' : 'Decrypt', keyArn, {
    'kms:ViaService': `s3.${region}.amazonaws.com`, 'kms:EncryptionContext:aws:s3:arn': encrypted,
  });
}
