import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { rolePath } from './pipeline-role';
import { policyDocument, trustDocument } from './policy';

/** Starts the pipeline when something happens: a rule for each event, and one role that may start this pipeline and no other. */
export class SourceEvents extends Construct {
  private role?: iam.CfnRole;

  constructor(scope: Construct, private readonly pipelineName: string, private readonly pipelineArn: string) {
    super(scope, 'Events');
  }

  startOn(id: string, pattern: events.EventPattern) {
    this.role ??= new iam.CfnRole(this, 'Role', {
      path: rolePath(this.pipelineName),
      description: `Starts ${this.pipelineName}`,
      assumeRolePolicyDocument: trustDocument({ Service: 'events.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } }),
      policies: [{ policyName: 'Start', policyDocument: policyDocument([{ actions: ['codepipeline:StartPipelineExecution'], resources: [this.pipelineArn] }]) }],
    });
    const { detailType, ...rest } = pattern;
    new events.CfnRule(this, `On${id}`, {
      description: `Starts ${this.pipelineName}`,
      eventPattern: { ...rest, 'detail-type': detailType },
      targets: [{ id: 'Pipeline', arn: this.pipelineArn, roleArn: this.role.attrArn }],
    });
  }
}
