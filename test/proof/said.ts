/** What the programs of the examples say, and their templates do not: see examples/<name>/main.ts. */

import type { Role } from './assembly';
import { calls, Need, passRole, Said } from './needed/need';
import type { ResourcePlan } from '../../src/plan';

interface Example {
  /** what the example makes without this library, by logical ids (without their hash): keys, topics, build projects. What more their policies say is not ours */
  readonly keeps?: readonly string[];
  /** roles that exist, by their names: what else they may do, and whom else they trust, is not ours */
  readonly given?: readonly string[];
  /** by `pipeline/stage/action` */
  readonly actions?: Readonly<Record<string, Said>>;
  /** what CloudFormation may do with a role that the example gives it, by the same */
  readonly executions?: Readonly<Record<string, readonly Need[]>>;
  /** roles of the example's own that the library lets at something, by the names or logical ids (without their hash) */
  readonly roles?: Readonly<Record<string, { readonly reads?: string; readonly writes?: boolean; readonly calls?: readonly Need[] }>>;
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

/** The guide, "Actions, resources, and condition keys for CodePipeline": a function answers for a job, which has no ARN. */
const answersJob = calls('codepipeline', 'PutJobSuccessResult PutJobFailureResult', '*');

/** As examples/function-stacks lets CloudFormation make its function. */
const prices = (account: string, region: string) => [
  ...calls('lambda', 'CreateFunction DeleteFunction GetFunction UpdateFunctionCode UpdateFunctionConfiguration', `arn:aws:lambda:${region}:${account}:function:prices`),
  ...passRole('lambda', [role(account, 'prices')]),
];

const KEY = 'arn:aws:kms:eu-west-1:111111111111:key/6f0a1c3e-2b4d-4e5f-8a9b-0c1d2e3f4a5b';

/** The key of examples/existing-resources. */
const TEAM_KEY = 'arn:aws:kms:eu-west-1:111111111111:key/Key961B73FD';

const bootstrap = (kind: string, account: string, region: string) => role(account, `cdk-hnb659fds-${kind}-role-${account}-${region}`);

export const SAID: Readonly<Record<string, Example>> = {
  'applications': {
    actions: {
      'Travel/Production/Prices': { targetGroups: ['arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/prices/73e2d6bc24d8a067'] },
    },
    roles: { 'prices-machines': { reads: 'Travel' } },
  },
  'builds-and-tests': {
    actions: { 'App/Build/Docs': { keys: { secrets: 'arn:aws:kms:us-west-2:111111111111:key/6f0a1c3e-2b4d-4e5f-8a9b-0c1d2e3f4a5b' } } },
    roles: {
      JenkinsServer: { calls: pollsFor(['Build/AcmeJenkins', 'Test/AcmeJenkins']) },
      LicensesWorker: { calls: pollsFor(['Test/AcmeLicenses']) },
    },
  },
  'cdk-change-sets': {
    actions: {
      'Letters/Build/Synth': {
        allows: [
          ...['deploy', 'lookup', 'file-publishing'].flatMap(kind => calls('sts', 'AssumeRole', bootstrap(kind, '111111111111', 'eu-west-1'))),
          // the template of the service goes with the assembly, and its image to the registry of its account
          ...calls('sts', 'AssumeRole', bootstrap('image-publishing', '222222222222', 'eu-west-1')),
          ...calls('codepipeline', 'StartPipelineExecution StopPipelineExecution', 'arn:aws:codepipeline:eu-west-1:111111111111:Letters'),
        ],
      },
      // it shows what the change sets would change
      ...Object.fromEntries(['Changes', 'Changes-2'].map(name => [`Letters/Mail/Deploy-${name}`, { allows: calls('sts', 'AssumeRole', bootstrap('lookup', '222222222222', 'eu-west-1')) }])),
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
    given: ['search-cluster'],
    actions: { 'Cart/Staging/Service': ofCart('222222222222'), 'Cart/Production/Service': ofCart('333333333333') },
  },
  'existing-resources': {
    keeps: ['Key', 'TopicKey', 'Releases', 'Packaging', 'Matrix', 'Probe'],
    given: ['nightly-build'],
    actions: {
      'Billing/Build/Package': { keys: { secrets: TEAM_KEY } },
      'Invoices/Source/Source': { keys: { source: TEAM_KEY } },
    },
    roles: { 'nightly-build': { reads: 'Billing', writes: true }, 'invoice-signer': { calls: answersJob } },
  },
  'function-stacks': {
    executions: {
      'Prices/Preview/Stack': prices('111111111111', 'eu-west-1'),
      'Prices/Staging/Stack': prices('222222222222', 'eu-west-1'),
      'Prices/Prepare/ChangeSet': prices('333333333333', 'eu-central-1'),
    },
  },
  'functions': {
    actions: { 'Orders/Production/CodeDeploy': { deploymentConfig: 'CodeDeployDefault.LambdaCanary10Percent5Minutes' } },
  },
  'private-builds': {
    actions: {
      'Ledger/Build/Ledger': { keys: { parameters: KEY } },
      'Ledger/Test/Contracts': { keys: { secrets: KEY } },
      'Ledger/Production/Site': { keys: { target: KEY } },
    },
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

/** A role that exists: all that it may do in its account, and that it trusts whom its account trusts, is somebody else's to say. */
export function givenRole(example: string, arn: string): Role | undefined {
  const [, account, name] = /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(arn) ?? [];
  if (!SAID[example]?.given?.includes(name)) return undefined;
  return {
    arn,
    account,
    trust: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: `arn:aws:iam::${account}:root` } }] },
    policies: [{ name: 'AdministratorAccess', document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }],
  };
}

/** Whether an example makes a resource without this library. */
export function isKept(example: string, { logicalId }: ResourcePlan): boolean {
  return SAID[example]?.keeps?.includes(logicalId.replace(/[0-9A-F]{8}$/, '')) ?? false;
}
