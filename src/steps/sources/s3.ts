import { Annotations, Aspects, Resource, Token } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ProviderStep } from '../provider-step';
import { SourceProps } from './source-props';
import { S3_SOURCE } from '../../catalog/sources';
import { refuse } from '../../refuse';
import { S3SourceVariables } from '../variables';

/** What an S3 source takes. */
export interface S3SourceProps extends SourceProps {
  /** The bucket: versioned. For one that is not made in this app, turn on its events to EventBridge. */
  readonly bucket: s3.IBucket;
  /** The key of the zip that a release is. */
  readonly objectKey: string;
}

/** A zip in a bucket, as a step. `Source.s3` makes it. */
export class S3Source extends ProviderStep {
  constructor(props: S3SourceProps) {
    super({
      stepName: props.name ?? 'Source',
      row: S3_SOURCE,
      hasOutput: true,
      configure: scope => {
        sendEvents(props.bucket);
        if (Token.isUnresolved(props.objectKey)) refuse(scope, 'The key of an S3 source is only known when it is deployed.', 'Give it literally: the event that starts the pipeline names it.');
        return {
          configuration: { S3Bucket: props.bucket.bucketName, S3ObjectKey: props.objectKey, PollForSourceChanges: 'false' },
          arns: props.bucket.encryptionKey && { sourceKey: [props.bucket.encryptionKey.keyArn] },
          startsOn: {
            source: ['aws.s3'],
            detailType: ['Object Created'],
            detail: { bucket: { name: [props.bucket.bucketName] }, object: { key: [props.objectKey] } },
          },
        };
      },
    });
  }

  /** What the source tells of the object. */
  get variables(): S3SourceVariables {
    return new S3SourceVariables(this);
  }
}

/** A bucket tells EventBridge of its objects only when asked to; CloudFormation can ask without a function of its own. */
function sendEvents(bucket: s3.IBucket) {
  const resource = bucket.node.defaultChild;
  if (Resource.isOwnedResource(bucket as s3.Bucket) && resource instanceof s3.CfnBucket) {
    if (!resource.versioningConfiguration) refuse(bucket, 'The bucket of the source keeps no versions, and CodePipeline reads a version.', 'Make it `versioned: true`.');
    resource.addPropertyOverride('NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled', true);
    // where the bucket tells others too, aws-s3 writes its whole configuration by a function, and must know of this
    Aspects.of(bucket).add({ visit: node => { if (node === bucket && node.node.tryFindChild('Notifications')) bucket.enableEventBridgeNotification(); } });
  } else {
    Annotations.of(bucket).addInfo('This bucket is not made in this app: turn on its events to EventBridge, or uploads will not start the pipeline.');
  }
}
