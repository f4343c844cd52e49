import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { rolePath } from './pipeline-role';
import { policyDocument, trustDocument } from './policy';
import { refuse } from '../refuse';

/** Starts the pipeline when something happens: a rule for each event, and one role that may start this pipeline and no other. */
export class SourceEvents extends Construct {
  private role?: iam.CfnRole;

  constructor(scope: Construct, private readonly pipelineName: string, private readonly pipelineArn: string) {
    super(scope, 'Events');
  }

  startOn(id: string, pattern: events.EventPattern | undefined, schedule?: events.Schedule) {
    if (this.node.tryFindChild(`On${id}`)) refuse(this, `Two things that start the pipeline are named "${id}".`, 'Give one of them another name.');
    this.role ??= new iam.CfnRole(this, 'Role', {
      path: rolePath(this.pipelineName),
      description: `Starts ${this.pipelineName}`,
      assumeRolePolicyDocument: trustDocument({ Service: 'events.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } }),
      policies: [{ policyName: 'Start', policyDocument: policyDocument([{ actions: ['codepipeline:StartPipelineExecution'], resources: [this.pipelineArn] }]) }],
    });
    new events.CfnRule(this, `On${id}`, {
      description: `Starts ${this.pipelineName}`,
      eventPattern: pattern && render(pattern),
      scheduleExpression: schedule?.expressionString,
      targets: [{ id: 'Pipeline', arn: this.pipelineArn, roleArn: this.role.attrArn }],
    });
  }
}

function render({ detailType, ...pattern }: events.EventPattern) {
  return { ...pattern, 'detail-type': detailType };
}
