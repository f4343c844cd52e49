import { Stack } from 'aws-cdk-lib';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Intent, renderAction } from './rendered-action';
import { Deploy } from '../../src';

const groupIn = (stack: Stack) => codedeploy.EcsDeploymentGroup.fromEcsDeploymentGroupAttributes(stack, 'Group', {
  application: codedeploy.EcsApplication.fromEcsApplicationName(stack, 'Application', 'cart'), deploymentGroupName: 'cart',
});
const blueGreen = (stack: Stack) => ({ deploymentGroup: groupIn(stack), taskRoles: [iam.Role.fromRoleName(stack, 'Task', 'task')] });
const theirBlueGreen = (stack: Stack) => ({ actionName: 'Cart', deploymentGroup: groupIn(stack) });

const targetGroupIn = (stack: Stack) => elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(stack, 'Targets', {
  targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/prices/73e2d6bc24d8a067',
});
const files = { targetDirectory: '/opt/prices', preScript: 'stop.sh', postScript: 'start.sh' };

test.each<[string, Intent]>([
  ['an ECS service, blue/green', {
    ours: stack => Deploy.ecsBlueGreen('Cart', blueGreen(stack)),
    theirs: (stack, { source }) => new actions.CodeDeployEcsDeployAction({
      ...theirBlueGreen(stack), taskDefinitionTemplateInput: source, appSpecTemplateInput: source,
    }),
  }],
  ['an ECS service, blue/green, with templates elsewhere', {
    ours: (stack, { source, other }) => Deploy.ecsBlueGreen('Cart', {
      ...blueGreen(stack), input: source, taskDefinitionPath: 'ecs/task.json', appSpecInput: other, appSpecPath: 'ecs/appspec.yml',
    }),
    theirs: (stack, { source, other }) => new actions.CodeDeployEcsDeployAction({
      ...theirBlueGreen(stack), taskDefinitionTemplateFile: source.atPath('ecs/task.json'), appSpecTemplateFile: other.atPath('ecs/appspec.yml'),
    }),
  }],
  ['an ECS service, blue/green, with images', {
    ours: (stack, { source, other }) => Deploy.ecsBlueGreen('Cart', { ...blueGreen(stack), input: source, images: [{ input: other }, { input: source, placeholder: 'PROXY' }] }),
    theirs: (stack, { source, other }) => new actions.CodeDeployEcsDeployAction({
      ...theirBlueGreen(stack),
      taskDefinitionTemplateInput: source,
      appSpecTemplateInput: source,
      containerImageInputs: [{ input: other }, { input: source, taskDefinitionPlaceholder: 'PROXY' }],
    }),
  }],
  ['instances with a tag', {
    ours: () => Deploy.ec2('Prices', { tagKey: 'application', ...files }),
    theirs: (_stack, { source }) => new actions.Ec2DeployAction({
      actionName: 'Prices',
      input: source,
      instanceTagKey: 'application',
      instanceType: actions.Ec2InstanceType.EC2,
      deploySpecifications: actions.Ec2DeploySpecifications.inline(files),
    }),
  }],
  ['machines with a tag, with everything', {
    ours: stack => Deploy.ec2('Prices', {
      tagKey: 'application',
      tagValue: 'prices',
      instanceType: actions.Ec2InstanceType.SSM_MANAGED_NODE,
      ...files,
      maxBatch: actions.Ec2MaxInstances.percentage(25),
      maxError: actions.Ec2MaxInstances.targets(2),
      targetGroups: [targetGroupIn(stack)],
    }),
    theirs: (stack, { source }) => new actions.Ec2DeployAction({
      actionName: 'Prices',
      input: source,
      instanceTagKey: 'application',
      instanceTagValue: 'prices',
      instanceType: actions.Ec2InstanceType.SSM_MANAGED_NODE,
      deploySpecifications: actions.Ec2DeploySpecifications.inline(files),
      maxBatch: actions.Ec2MaxInstances.percentage(25),
      maxError: actions.Ec2MaxInstances.targets(2),
      targetGroups: [targetGroupIn(stack)],
    }),
  }],
])('%s renders as the L2 renders it', (_name, intent) => {
  const { ours, theirs } = renderAction(intent);
  expect(ours).toEqual(theirs);
});
