import * as path from 'node:path';
import { Stack, Stage, StageProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
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
    const visits = new lambda.Function(service, 'Visits', {
      runtime: lambda.Runtime.NODEJS_22_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(path.join(__dirname, 'handler')),
      environment: { TABLE: table.tableName },
    });
    table.grants.writeData(visits);
    visits.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
  }
}
