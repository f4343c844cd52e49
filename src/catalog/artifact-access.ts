import { Permission } from './provider';

/*
 * INFERRED: CodePipeline does not publish the smallest policy for reading and writing artifacts. Its documented
 * base policy names the bucket's three reads and, of objects, reading and writing; that an input needs only the
 * reads and an output only the write is inferred from it. So is the layout of the keys:
 *
 *     <the pipeline's name, its first 20 characters>/<the artifact's name, its first 10>/<seven characters>
 *
 * (the first part is said by AWS on its question site, the second is widely seen). Everything that depends on
 * either fact reads it here.
 */

export const PIPELINE_PREFIX_LENGTH = 20;
export const ARTIFACT_PREFIX_LENGTH = 10;

/** The first part of the key of every artifact of a pipeline. */
export function artifactPrefix(pipelineName: string): string {
  return pipelineName.slice(0, PIPELINE_PREFIX_LENGTH);
}

export interface ArtifactLocation {
  readonly bucketArn: string;
  readonly pipelineName: string;
  /** the bucket's own: there S3 uses the key */
  readonly region: string;
  /** the key's ARN, or the ARN of all keys of the store's account and region where the key's own cannot be known */
  readonly keyArn: string;
  /** true when `keyArn` names more than the store's key: the encryption context then holds the grant to the store */
  readonly keyIsPattern?: boolean;
}

/** What a role may do with the artifacts of its pipeline. */
export function artifactAccess(at: ArtifactLocation, reads: boolean, writes: boolean): readonly Permission[] {
  return reads || writes ? [...objectAccess(at, reads, writes), keyAccess(at, writes)] : [];
}

/** The part that S3 asks for. */
export function objectAccess(at: Pick<ArtifactLocation, 'bucketArn' | 'pipelineName'>, reads: boolean, writes: boolean): readonly Permission[] {
  return [
    { actions: ['s3:GetBucketVersioning', 's3:GetBucketAcl', 's3:GetBucketLocation'], resources: [at.bucketArn] },
    {
      actions: [...(reads ? ['s3:GetObject', 's3:GetObjectVersion'] : []), ...(writes ? ['s3:PutObject'] : [])],
      resources: [`${at.bucketArn}/${artifactPrefix(at.pipelineName)}/*`],
      why: 'CodePipeline names the artifacts of this pipeline, under its own prefix, when it runs.',
    },
  ];
}

/** The part that the key asks for: it is used through S3, which tells what for. */
function keyAccess(at: ArtifactLocation, writes: boolean): Permission {
  return {
    actions: ['kms:Decrypt', ...(writes ? ['kms:GenerateDataKey'] : [])],
    resources: [at.keyArn],
    conditions: {
      StringEquals: { 'kms:ViaService': `s3.${at.region}.amazonaws.com` },
      ...(at.keyIsPattern && { StringLike: { 'kms:EncryptionContext:aws:s3:arn': [at.bucketArn, `${at.bucketArn}/*`] } }),
    },
    ...(at.keyIsPattern && {
      why: 'Another account or region does not know the ARN of the store\'s key: the encryption context holds the grant to the store.',
    }),
  };
}
