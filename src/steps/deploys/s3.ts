import * as s3 from 'aws-cdk-lib/aws-s3';
import { deployment, DeployProps } from './deploy-props';
import { S3_DEPLOY } from '../../catalog/deploys';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { Step } from '../step';

/** A deployment to a bucket. */
export interface S3DeployProps extends DeployProps {
  /** The bucket. */
  readonly bucket: s3.IBucket;
  /**
   * Whether the artifact's files are put into the bucket; otherwise the zip itself is.
   * @default true
   */
  readonly extract?: boolean;
  /**
   * The key of the zip (it may hold `{datetime}` and `{uuid}`), or the folder of the files.
   * @default - the bucket's top; required when `extract` is false
   */
  readonly objectKey?: string;
  /**
   * Who may read the objects, by an ACL: for old buckets that still use them.
   * @default - no ACL
   */
  readonly accessControl?: s3.BucketAccessControl;
  /**
   * How long caches may keep the objects, as the header says it: for example `public, max-age=300`.
   * @default - no header
   */
  readonly cacheControl?: string;
}

export function s3DeployStep(stepName: string, props: S3DeployProps): Step {
  const extract = props.extract ?? true;
  if (!extract && !props.objectKey) refuse(stepName, 'The deployment puts the zip itself into the bucket, and has no key for it.', 'Give it an `objectKey`.');
  return new ProviderStep({
    ...deployment(stepName, S3_DEPLOY, props),
    configure: () => ({
      configuration: {
        BucketName: props.bucket.bucketName,
        Extract: String(extract),
        ObjectKey: props.objectKey,
        CannedACL: props.accessControl && cannedAcl(props.accessControl),
        CacheControl: props.cacheControl,
      },
      arns: props.bucket.encryptionKey && { targetKey: [props.bucket.encryptionKey.keyArn] },
    }),
  });
}

/** CloudFormation says `PublicRead` where the action says `public-read`. */
function cannedAcl(control: s3.BucketAccessControl): string {
  return control.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
