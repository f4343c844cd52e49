import { Aws, Stack } from 'aws-cdk-lib';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import { Ec2InstanceType, Ec2MaxInstances } from 'aws-cdk-lib/aws-codepipeline-actions';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Deploy, Ec2Props, Step } from '../../src';
import { HOME, pipelineIn, refusalOf, renderedWith, STAGING, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const files = { targetDirectory: '/opt/prices', postScript: 'restart.sh' };
const prices = (props: Partial<Ec2Props> = {}) => Deploy.ec2('Prices', { tagKey: 'app', tagValue: 'prices', ...files, ...props });
const configuration = (props: Partial<Ec2Props> = {}) => renderedWith(prices(props)).action('Stage/Prices').Configuration;
const inline = { targetDirectory: undefined, postScript: undefined };

describe('a deployment to machines with a tag', () => {
  test('is one to EC2 instances unless told otherwise', () => {
    expect(configuration()).toEqual({ InstanceTagKey: 'app', InstanceTagValue: 'prices', InstanceType: 'EC2', TargetDirectory: '/opt/prices', PostScript: 'restart.sh' });
    expect(configuration({ instanceType: Ec2InstanceType.SSM_MANAGED_NODE }).InstanceType).toBe('SSM_MANAGED_NODE');
  });

  test('takes a deploy spec in place of folder and scripts', () => {
    expect(configuration({ ...inline, deploySpec: 'deployspec.yaml' }))
      .toEqual({ InstanceTagKey: 'app', InstanceTagValue: 'prices', InstanceType: 'EC2', DeploySpec: 'deployspec.yaml' });
  });

  test('works on some at a time, and stops when some have failed', () => {
    expect(configuration({ maxBatch: Ec2MaxInstances.targets(2), maxError: Ec2MaxInstances.percentage(10) })).toMatchObject({ MaxBatch: '2', MaxError: '10%' });
  });

  test('takes machines out of its target groups, by their ARNs', () => {
    const targetGroupArn = 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/prices/73e2d6bc24d8a067';
    const template = renderedWith(prices({ targetGroups: [elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(stackIn(HOME), 'Targets', { targetGroupArn })] }));
    expect(template.action('Stage/Prices').Configuration.TargetGroupNameList).toBe('prices');
    expect(template.statements('Stage/Prices')[1].Resource).toBe(targetGroupArn);
  });

  test('keeps its logs for a while only', () => {
    expect(renderedWith(prices()).only('AWS::Logs::LogGroup')).toMatchObject({ RetentionInDays: 90 });
  });

  test.each<[string, Partial<Ec2Props>, RegExp]>([
    ['neither folder nor deploy spec', inline, /does not say where the files go[^]*where: Prices/],
    ['a folder without a script', { postScript: undefined }, /`targetDirectory` and `postScript`/],
    ['a script without a folder', { targetDirectory: undefined }, /`targetDirectory` and `postScript`/],
    ['a deploy spec and a folder', { deploySpec: 'deployspec.yaml' }, /a deploy spec, and a folder or scripts of its own/],
    ['a folder that is not absolute', { targetDirectory: './prices' }, /Begin it with \/: "\/opt\/prices"\./],
    ['a tag that is only known when it is deployed', { tagKey: Aws.STACK_NAME }, /Give it literally/],
    ['no tag', { tagKey: '' }, /is empty/],
    ['a tag of which a variable decides', { tagValue: '#{variables.fleet}' }, /#\{variables\.fleet\}, and the action's role is held to machines/],
  ])('is refused %s', (_what, props, expected) => {
    expect(refusalOf(() => prices(props))).toMatch(expected);
  });
});

describe('machines that fetch the artifact themselves', () => {
  const groupIn = (stack: Stack) => codedeploy.ServerDeploymentGroup.fromServerDeploymentGroupAttributes(stack, 'Group', {
    application: codedeploy.ServerApplication.fromServerApplicationName(stack, 'Application', 'orders'), deploymentGroupName: 'cloud',
  });
  const KINDS: [string, (stack: Stack, instanceRole: iam.IRole) => Step][] = [
    ['EC2', (_stack, instanceRole) => prices({ instanceRole })],
    ['CodeDeploy', (stack, instanceRole) => Deploy.codeDeploy('Prices', { deploymentGroup: groupIn(stack), instanceRole })],
  ];

  test.each(KINDS)('for %s read the artifacts of their pipeline, and nothing else', (_kind, step) => {
    const stack = stackIn(HOME);
    pipelineIn(stack).addStage('Stage', { steps: [step(stack, iam.Role.fromRoleName(stack, 'Machines', 'machines'))] });
    const template = Rendered.of(stack);
    const { Roles, PolicyDocument } = template.only('AWS::IAM::Policy');
    expect(Roles).toEqual(['machines']);
    expect(PolicyDocument.Statement.map((one: { Action: string; Resource: string }) => [one.Action, one.Resource])).toEqual([
      [['s3:GetBucketVersioning', 's3:GetBucketAcl', 's3:GetBucketLocation'], '${ArtifactsStoreBucket.Arn}'],
      [['s3:GetObject', 's3:GetObjectVersion'], '${ArtifactsStoreBucket.Arn}/Web/*'],
      ['kms:Decrypt', '${ArtifactsStoreKey.Arn}'],
    ]);
  });

  test('are let at the key of the artifacts', () => {
    const stack = stackIn(HOME);
    pipelineIn(stack).addStage('Stage', { steps: [prices({ instanceRole: iam.Role.fromRoleName(stack, 'Machines', 'machines') })] });
    expect(JSON.stringify(Rendered.of(stack).only('AWS::KMS::Key').KeyPolicy)).toContain('arn:aws:iam::111111111111:role/machines');
  });

  test('are refused in another account, where nobody can let them at the artifacts from here', () => {
    const stack = stackIn(HOME);
    const pipeline = pipelineIn(stack);
    const deploy = [prices({ instanceRole: iam.Role.fromRoleName(stack, 'Machines', 'machines') })];
    expect(refusalOf(() => pipeline.addEnvironment('Beta', { env: STAGING, deploy }))).toMatch(/The machines are in 222222222222, eu-west-1[^]*s3:GetObject[^]*where: Shop\/Web\/Pipeline\/Beta\/Prices/);
  });

  test('are refused with the role of another stack, which would wait for this one', () => {
    const stack = stackIn(HOME);
    const instanceRole = new iam.Role(new Stack(stack.node.root as never, 'Fleet', { env: HOME }), 'Machines', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
    expect(refusalOf(() => pipelineIn(stack).addStage('Stage', { steps: [prices({ instanceRole })] }))).toMatch(/another stack[^]*Import it by its name/);
  });
});
