import * as path from 'node:path';
import { Stack, Stage, StageProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as assets from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';

/** The application: a table, and a function behind an address of its own that counts visitors in it. */
export class PlatformStage extends Stage {
  constructor(scope: Construct, id: string, props: StageProps) {
    super(scope, id, props);
    const data = new Stack(this, 'Data');
    const table = new dynamodb.TableV2(data, 'Visits', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });

    const service = new Stack(this, 'Service');
    const role = new iam.Role(service, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    const log = new logs.LogGroup(service, 'Log', { retention: logs.RetentionDays.THREE_MONTHS });
    log.grantWrite(role);
    table.grants.writeData(role);
    const code = new assets.Asset(service, 'Code', { path: path.join(__dirname, 'handler') });
    const visits = new lambda.CfnFunction(service, 'Visits', {
      runtime: 'nodejs24.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      role: role.roleArn,
      code: { s3Bucket: code.s3BucketName, s3Key: code.s3ObjectKey },
      loggingConfig: { logGroup: log.logGroupName },
      environment: { variables: { TABLE: table.tableName } },
    });
    new lambda.CfnUrl(service, 'Address', { targetFunctionArn: visits.attrArn, authType: 'AWS_IAM' });
  }
}
