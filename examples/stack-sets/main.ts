/** CloudFormation in all its modes: a stack, a change set that is looked at, a stack that goes, and stack sets over many accounts. */
import { App, CfnCapabilities, Stack } from 'aws-cdk-lib';
import { StackSetOrganizationsAutoDeployment } from 'aws-cdk-lib/aws-codepipeline-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  Approval, DeliveryPipeline, Deploy, Notification, RegionConcurrency, Source, StackSetCaller, StackSetPermissions, StackTargets,
} from 'cdk-conveyor';

const app = new App();
const stack = new Stack(app, 'StackSets', { env: { account: '111111111111', region: 'eu-west-1' } });

const pipeline = new DeliveryPipeline(stack, 'Baseline', {
  source: Source.gitHub('acme/baseline', { connectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11' }),
  notifications: [Notification.email('platform@acme.com')],
});

/** What CloudFormation may do, and nothing else: here, all that a table and a queue need. */
const names = ['baseline-beta', 'baseline-production'];
const permissions = [
  new iam.PolicyStatement({
    actions: ['dynamodb:CreateTable', 'dynamodb:DeleteTable', 'dynamodb:DescribeTable', 'dynamodb:UpdateTable'],
    resources: names.map(name => `arn:aws:dynamodb:eu-west-1:111111111111:table/${name}`),
  }),
  new iam.PolicyStatement({
    actions: ['sqs:CreateQueue', 'sqs:DeleteQueue', 'sqs:GetQueueAttributes', 'sqs:SetQueueAttributes'],
    resources: names.map(name => `arn:aws:sqs:eu-west-1:111111111111:${name}`),
  }),
];
pipeline.addEnvironment('Beta', {
  deploy: [Deploy.cloudFormation('Stack', {
    stackName: 'baseline-beta', templatePath: 'baseline.yaml', parameters: { Size: 'small' }, permissions, replaceOnFailure: true,
  })],
});

/** What would change is made ready, looked at, and carried out. */
const production = { stackName: 'baseline-production', changeSetName: 'release' };
pipeline.addStage('Prepare', {
  steps: [Deploy.createChangeSet('ChangeSet', { ...production, templatePath: 'baseline.yaml', configurationPath: 'production.json', permissions })],
});
pipeline.addEnvironment('Production', {
  approval: Approval.manual({ message: 'Is the change set what you expect?' }),
  deploy: [Deploy.executeChangeSet('Stack', { ...production, outputFile: 'outputs.json' })],
});
pipeline.addStage('CleanUp', { steps: [Deploy.deleteStack('Beta', { stackName: 'baseline-beta', permissions })] });

/** Roles that somebody keeps: one account first, then the others. */
const inIreland = ['eu-west-1'];
const budgets = 'baseline-budgets';
const first = Deploy.stackSet('First', {
  stackSetName: budgets,
  templatePath: 'budgets.yaml',
  parameters: { Limit: '500' },
  permissions: StackSetPermissions.selfManaged({
    administrationRole: iam.Role.fromRoleName(stack, 'Administration', 'stack-set-administration'), executionRoleName: 'stack-set-execution',
  }),
  targets: StackTargets.accounts(['222222222222'], inIreland),
});
pipeline.addEnvironment('Budgets', {
  deploy: [
    first,
    Deploy.stackInstances('Others', {
      stackSetName: budgets,
      targets: StackTargets.file('accounts.json', [...inIreland, 'eu-central-1']),
      parameters: { Limit: '900' },
      failureTolerancePercentage: 20,
      maxConcurrentPercentage: 50,
      regionConcurrency: RegionConcurrency.PARALLEL,
      after: [first],
    }),
  ],
});

/** Roles that CloudFormation keeps: one unit is named; whoever joins the units of the other stack set later gets it too. */
pipeline.addEnvironment('Organization', {
  approval: Approval.manual({ message: 'Bring the baseline to the whole organization?' }),
  deploy: [
    Deploy.stackSet('Audit', {
      stackSetName: 'baseline-audit',
      templatePath: 'audit.yaml',
      capabilities: [CfnCapabilities.NAMED_IAM],
      permissions: StackSetPermissions.serviceManaged(),
      targets: StackTargets.organizationalUnits(['ou-ab12-cdef3456'], inIreland),
    }),
    Deploy.stackSet('Guards', {
      stackSetName: 'baseline-guards',
      templatePath: 'guards.yaml',
      permissions: StackSetPermissions.serviceManaged({ autoDeployment: StackSetOrganizationsAutoDeployment.ENABLED_WITH_STACK_RETENTION }),
    }),
  ],
});

/** The same from an account that the organization has made its delegated administrator; and one with the roles that go by AWS's own names. */
const network = { stackSetName: 'network', callAs: StackSetCaller.DELEGATED_ADMIN };
const shared = Deploy.stackSet('Shared', {
  ...network,
  templatePath: 'network.yaml',
  permissions: StackSetPermissions.serviceManaged(),
  targets: StackTargets.organizationalUnits(['ou-ab12-cdef3456'], inIreland),
});
pipeline.addEnvironment('Network', {
  approval: Approval.manual({ message: 'Change the network of every account?' }),
  deploy: [
    shared,
    Deploy.stackInstances('Sandbox', { ...network, targets: StackTargets.organizationalUnits(['ou-ab12-fedc6543'], inIreland), after: [shared] }),
    Deploy.stackSet('Alarms', { stackSetName: 'alarms', templatePath: 'alarms.yaml', targets: StackTargets.accounts(['222222222222'], inIreland) }),
  ],
});

app.synth();
