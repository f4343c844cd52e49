/** What the programs of the examples say, and their templates do not: see examples/<name>/main.ts. */

import { calls, Need, Said } from './needed/need';

interface Example {
  /** by `pipeline/stage/action` */
  readonly actions?: Readonly<Record<string, Said>>;
  /** what CloudFormation may do with a role that the example gives it, by the same */
  readonly executions?: Readonly<Record<string, readonly Need[]>>;
  /** roles of the example's own that the library lets at something, by the names or logical ids (without their hash) */
  readonly roles?: Readonly<Record<string, { readonly reads?: string; readonly calls?: readonly Need[] }>>;
}

const role = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
const ofCart = (account: string): Said => ({
  taskRoles: ['task', 'execution'].map(name => role(account, `cart-${name}`)), deploymentConfig: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
});
const ofShop = (account: string): Said => ({ taskRoles: ['task', 'execution'].map(name => role(account, `shop-${name}`)) });
const oneAtATime = { deploymentConfig: 'CodeDeployDefault.OneAtATime' };

const queue = (name: string, more = '') => calls('sqs', `CreateQueue DeleteQueue GetQueueAttributes SetQueueAttributes ${more}`, `arn:aws:sqs:eu-west-1:111111111111:${name}`);
const baseline = ['baseline-beta', 'baseline-production'].flatMap(name => [
  ...calls('dynamodb', 'CreateTable DeleteTable DescribeTable UpdateTable', `arn:aws:dynamodb:eu-west-1:111111111111:table/${name}`),
  ...queue(name),
]);

/** The guide, "Actions, resources, and condition keys for CodePipeline": a job has no ARN. */
const answersJobs = calls('codepipeline', 'AcknowledgeJob GetJobDetails PutJobSuccessResult PutJobFailureResult', '*');
const pollsFor = (types: readonly string[]) => [
  ...calls('codepipeline', 'PollForJobs', types.map(type => `arn:aws:codepipeline:us-west-2:111111111111:actiontype:Custom/${type}/1`)), ...answersJobs,
];

const bootstrap = (kind: string, account: string, region: string) => role(account, `cdk-hnb659fds-${kind}-role-${account}-${region}`);

export const SAID: Readonly<Record<string, Example>> = {
  'applications': {
    actions: {
      'Travel/Production/Prices': { targetGroups: ['arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/prices/73e2d6bc24d8a067'] },
    },
    roles: { 'prices-machines': { reads: 'Travel' } },
  },
  'builds-and-tests': {
    roles: {
      JenkinsServer: { calls: pollsFor(['Build/AcmeJenkins', 'Test/AcmeJenkins']) },
      LicensesWorker: { calls: pollsFor(['Test/AcmeLicenses']) },
    },
  },
  'cdk-app': {
    actions: {
      'Platform/Build/Synth': {
        allows: [
          // it deploys its own stack and the stacks before it: `cdk deploy` looks, publishes templates, and deploys; also the replica of
          // the store, in a region that need not be bootstrapped, with the roles of its own
          ...['deploy', 'lookup', 'file-publishing'].flatMap(kind => calls('sts', 'AssumeRole', bootstrap(kind, '111111111111', 'eu-west-1'))),
          // it publishes the code of the functions, and compares production
          ...([['222222222222', 'eu-west-1'], ['222222222222', 'eu-central-1'], ['333333333333', 'eu-west-1']] as const)
            .flatMap(([account, region]) => calls('sts', 'AssumeRole', bootstrap('file-publishing', account, region))),
          ...calls('sts', 'AssumeRole', bootstrap('lookup', '333333333333', 'eu-west-1')),
          ...calls('codepipeline', 'StartPipelineExecution StopPipelineExecution', 'arn:aws:codepipeline:eu-west-1:111111111111:Platform'),
        ],
      },
    },
  },
  'conditions': {
    roles: { releasers: { calls: calls('codepipeline', 'StartPipelineExecution', 'arn:aws:codepipeline:eu-west-1:111111111111:Nightly') } },
  },
  'containers': {
    actions: { 'Cart/Staging/Service': ofCart('222222222222'), 'Cart/Production/Service': ofCart('333333333333') },
  },
  'functions': {
    actions: { 'Orders/Production/CodeDeploy': { deploymentConfig: 'CodeDeployDefault.LambdaCanary10Percent5Minutes' } },
  },
  'servers': {
    actions: { 'Orders/Staging/Servers': oneAtATime, 'Orders/Production/Cloud': oneAtATime, 'Orders/Production/Stores': oneAtATime },
    roles: { Machines: { reads: 'Orders' } },
  },
  'stack-sets': {
    executions: { 'Baseline/Beta/Stack': baseline, 'Baseline/Prepare/ChangeSet': baseline, 'Baseline/CleanUp/Beta': baseline },
  },
  'starters': {
    actions: { 'ToFargate/Deploy/Service': { taskRoles: [role('111111111111', 'shop-task')] } },
    executions: { 'ToCloudFormation/Deploy/Stack': queue('shop-orders', 'TagQueue') },
  },
  'web-service': {
    actions: {
      'WebService/Staging/Service': ofShop('222222222222'),
      'WebService/Production/Service': ofShop('333333333333'),
      'WebService/Build/Image': {
        allows: [
          ...calls(
            'ecr', 'BatchCheckLayerAvailability CompleteLayerUpload InitiateLayerUpload PutImage UploadLayerPart',
            'arn:aws:ecr:eu-west-1:111111111111:repository/shop',
          ),
          ...calls('ecr', 'GetAuthorizationToken', '*'),
        ],
      },
    },
  },
};
