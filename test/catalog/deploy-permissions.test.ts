/** What the role of each further deployment may do beside its artifacts: exactly this. */

import { ALEXA, APP_CONFIG, ELASTIC_BEANSTALK, SERVICE_CATALOG } from '../../src/catalog/application-deploys';
import { CODEDEPLOY_ECS, EC2, EKS, LAMBDA_DEPLOY } from '../../src/catalog/compute-deploys';
import { Permission, PermissionRequest, Provider } from '../../src/catalog/provider';
import { STACK_INSTANCES, STACK_SET } from '../../src/catalog/stack-sets';

/** What is granted; why stands in wildcards.test.ts. */
function statements(provider: Provider, configuration: PermissionRequest['configuration'], arns: PermissionRequest['arns'] = {}) {
  return provider.permissions({ partition: 'aws', region: 'eu-west-1', account: '111111111111', pipelineName: 'Web', configuration, arns })
    .map(({ why: _, ...granted }) => granted);
}

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111111111111:${resource}`;
const group = arn('logs', 'log-group:/aws/codepipeline/Web');
const LOGS: Permission = { actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group, `${group}:*`] };
const passing = (role: string, service: string | string[]): Permission =>
  ({ actions: ['iam:PassRole'], resources: [role], conditions: { StringEquals: { 'iam:PassedToService': service } } });

describe('a stack set', () => {
  const calls = ['CreateStackSet', 'UpdateStackSet', 'DescribeStackSet', 'CreateStackInstances', 'DescribeStackSetOperation', 'ListStackInstances']
    .map(name => `cloudformation:${name}`);
  const own: Permission = { actions: calls, resources: [arn('cloudformation', 'stackset/shop:*')] };

  test('that is self-managed is administered with the role that is named', () => {
    expect(statements(STACK_SET, { StackSetName: 'shop', PermissionModel: 'SELF_MANAGED', AdministrationRoleArn: 'ROLE' }))
      .toEqual([own, passing('ROLE', 'cloudformation.amazonaws.com')]);
  });

  test.each([{ PermissionModel: 'SELF_MANAGED' }, {}])('that names no role (%j) is administered with the one that CloudFormation takes by its name', model => {
    expect(statements(STACK_SET, { StackSetName: 'shop', ...model }))
      .toEqual([own, passing('arn:aws:iam::111111111111:role/AWSCloudFormationStackSetAdministrationRole', 'cloudformation.amazonaws.com')]);
  });

  test('that is service-managed passes on no role', () => {
    expect(statements(STACK_SET, { StackSetName: 'shop', PermissionModel: 'SERVICE_MANAGED' })).toEqual([own]);
  });

  test('of a delegated administrator stands in an account that the action does not know', () => {
    const delegated = { StackSetName: 'shop', CallAs: 'DELEGATED_ADMIN' };
    const anywhere = 'arn:aws:cloudformation:eu-west-1:*:stackset/shop:*';
    const administrators = { actions: ['organizations:ListDelegatedAdministrators'], resources: ['*'] };
    expect(statements(STACK_SET, { ...delegated, PermissionModel: 'SERVICE_MANAGED' })).toEqual([{ actions: calls, resources: [anywhere] }, administrators]);
    expect(statements(STACK_INSTANCES, delegated)[0].resources).toEqual([anywhere]);
    expect(statements(STACK_INSTANCES, delegated)[1]).toEqual(administrators);
  });

  test('gets stacks from an action that cannot change the set itself', () => {
    expect(statements(STACK_INSTANCES, { StackSetName: 'shop' })).toEqual([{
      actions: ['cloudformation:CreateStackInstances', 'cloudformation:DescribeStackSetOperation'], resources: [arn('cloudformation', 'stackset/shop:*')],
    }]);
  });
});

test('CodeDeploy deploys blue/green to its one group, and passes on its tasks\' roles alone', () => {
  expect(statements(CODEDEPLOY_ECS, { ApplicationName: 'cart', DeploymentGroupName: 'web' }, { taskRoles: ['TASK'], deploymentConfig: ['CONFIG'] })).toEqual([
    { actions: ['codedeploy:CreateDeployment', 'codedeploy:GetDeployment'], resources: [arn('codedeploy', 'deploymentgroup:cart/web')] },
    {
      actions: ['codedeploy:GetApplication', 'codedeploy:GetApplicationRevision', 'codedeploy:RegisterApplicationRevision'],
      resources: [arn('codedeploy', 'application:cart')],
    },
    { actions: ['codedeploy:GetDeploymentConfig'], resources: ['CONFIG'] },
    { actions: ['ecs:RegisterTaskDefinition'], resources: ['*'] },
    passing('TASK', ['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com']),
  ]);
});

test('an EKS deployment finds its one cluster, and reaches into its network', () => {
  expect(statements(EKS, { ClusterName: 'shop' })).toEqual([
    { actions: ['eks:DescribeCluster'], resources: [arn('eks', 'cluster/shop')] },
    {
      actions: [
        'ec2:CreateNetworkInterface', 'ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterface', 'ec2:DescribeDhcpOptions',
        'ec2:DescribeNetworkInterfaces', 'ec2:DescribeRouteTables', 'ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs',
      ],
      resources: ['*'],
    },
    LOGS,
  ]);
});

describe('a deployment to machines with a tag', () => {
  const reads: Permission = {
    actions: [
      'ec2:DescribeInstances', 'elasticloadbalancing:DescribeTargetGroupAttributes', 'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeTargetHealth', 'ssm:CancelCommand', 'ssm:DescribeInstanceInformation', 'ssm:ListCommandInvocations',
    ],
    resources: ['*'],
  };
  const script: Permission = { actions: ['ssm:SendCommand'], resources: ['arn:aws:ssm:eu-west-1::document/AWS-RunShellScript'] };
  const instances = arn('ec2', 'instance/*');

  test('sends commands to instances that have the tag with its value', () => {
    expect(statements(EC2, { InstanceTagKey: 'app', InstanceTagValue: 'prices', InstanceType: 'EC2' })).toEqual([
      reads,
      { actions: ['ssm:SendCommand'], resources: [instances], conditions: { StringEquals: { 'aws:ResourceTag/app': 'prices' } } },
      script,
      LOGS,
    ]);
  });

  test('sends commands to machines that have the tag with any value', () => {
    expect(statements(EC2, { InstanceTagKey: 'app', InstanceType: 'SSM_MANAGED_NODE' })[1])
      .toEqual({ actions: ['ssm:SendCommand'], resources: [instances, arn('ssm', 'managed-instance/*')], conditions: { Null: { 'aws:ResourceTag/app': 'false' } } });
  });

  const balanced = (arns: PermissionRequest['arns']) => statements(EC2, { InstanceTagKey: 'app', InstanceType: 'EC2', TargetGroupNameList: 'a,b' }, arns)[1];

  test('takes machines out of its target groups, and out of no other', () => {
    const actions = ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'];
    expect(balanced({ targetGroups: ['A', 'B'] })).toEqual({ actions, resources: ['A', 'B'] });
    expect(balanced({})).toEqual({ actions, resources: [arn('elasticloadbalancing', 'targetgroup/a/*'), arn('elasticloadbalancing', 'targetgroup/b/*')] });
  });
});

test('a Lambda deployment changes its one function, and looks at its alarms alone', () => {
  const name = arn('lambda', 'function:orders');
  const change: Permission = {
    actions: [
      'lambda:GetAlias', 'lambda:GetFunctionConfiguration', 'lambda:GetProvisionedConcurrencyConfig', 'lambda:PublishVersion', 'lambda:UpdateAlias',
      'lambda:UpdateFunctionCode',
    ],
    resources: [name, `${name}:*`],
  };
  expect(statements(LAMBDA_DEPLOY, { FunctionName: 'orders' })).toEqual([change, LOGS]);
  expect(statements(LAMBDA_DEPLOY, { FunctionName: 'orders', Alarms: 'errors,slow' })).toEqual([
    change, { actions: ['cloudwatch:DescribeAlarms'], resources: [arn('cloudwatch', 'alarm:errors'), arn('cloudwatch', 'alarm:slow')] }, LOGS,
  ]);
});

describe('Elastic Beanstalk', () => {
  const all = statements(ELASTIC_BEANSTALK, { ApplicationName: 'travel', EnvironmentName: 'production' });

  test('is asked for versions of its one application, and for changes of its one environment', () => {
    const [application, version, environment] = ['application/travel', 'applicationversion/travel/*', 'environment/travel/production'].map(one => arn('elasticbeanstalk', one));
    expect(all.slice(0, 2)).toEqual([
      { actions: ['elasticbeanstalk:CreateApplicationVersion', 'elasticbeanstalk:DescribeApplicationVersions'], resources: [version, application] },
      {
        actions: ['elasticbeanstalk:DescribeEnvironments', 'elasticbeanstalk:DescribeEvents', 'elasticbeanstalk:UpdateEnvironment'],
        resources: [environment, application, version],
      },
    ]);
  });

  test('works in its own bucket, on its own stacks and Auto Scaling groups', () => {
    const bucket = 'arn:aws:s3:::elasticbeanstalk-eu-west-1-111111111111';
    expect(all.slice(2, 6).map(one => one.resources)).toEqual([
      [bucket], [`${bucket}/*`], [arn('cloudformation', 'stack/awseb-*')], [arn('autoscaling', 'autoScalingGroup:*:autoScalingGroupName/awseb-*')],
    ]);
  });

  test('only looks at everything else', () => {
    expect(all).toHaveLength(7);
    expect(all[6].resources).toEqual(['*']);
    for (const action of all[6].actions) expect(action).toMatch(/:Describe/);
  });
});

test('Service Catalog gets versions of its one product', () => {
  expect(statements(SERVICE_CATALOG, { ProductId: 'prod-4abc' })).toEqual([
    {
      actions: ['ListProvisioningArtifacts', 'CreateProvisioningArtifact', 'DescribeProvisioningArtifact', 'DeleteProvisioningArtifact', 'UpdateProduct']
        .map(name => `servicecatalog:${name}`),
      resources: [arn('catalog', 'product/prod-4abc')],
    },
    { actions: ['cloudformation:ValidateTemplate'], resources: ['*'] },
  ]);
});

test('AppConfig deploys its one profile to its one environment, with its one strategy', () => {
  const application = arn('appconfig', 'application/2s2qv57');
  const environment = `${application}/environment/9tm27yd`;
  const at = (strategy: string) => [
    { actions: ['appconfig:StartDeployment'], resources: [application, environment, `${application}/configurationprofile/pvjrpu1`, arn('appconfig', `deploymentstrategy/${strategy}`)] },
    { actions: ['appconfig:GetDeployment', 'appconfig:StopDeployment'], resources: [application, environment, `${environment}/deployment/*`] },
  ];
  const place = { Application: '2s2qv57', Environment: '9tm27yd', ConfigurationProfile: 'pvjrpu1' };
  expect(statements(APP_CONFIG, { ...place, DeploymentStrategy: 'slow' })).toMatchObject(at('slow'));
  expect(statements(APP_CONFIG, place)).toMatchObject(at('*'));
});

test('Alexa is no service of AWS, and needs nothing there', () => {
  expect(statements(ALEXA, {})).toEqual([]);
});
