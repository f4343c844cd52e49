/** The project of a build, against `codebuild.PipelineProject`: the parts that an image decides. */

import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Build, DeliveryPipeline, Source } from '../../src';

const connectionArn = 'arn:aws:codeconnections:eu-west-1:111111111111:connection/1a2b';
const { LinuxArmBuildImage, LinuxArmLambdaBuildImage, LinuxBuildImage, LinuxLambdaBuildImage } = codebuild;
const secretIn = (stack: Stack) => secretsmanager.Secret.fromSecretCompleteArn(
  stack, 'Secret', 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:registry-AbCdEf',
);

function environmentOf(build: (stack: Stack) => void) {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  build(stack);
  const [project] = Object.values(Template.fromStack(stack).findResources('AWS::CodeBuild::Project'));
  return project.Properties.Environment;
}

test.each<[string, (stack: Stack) => codebuild.IBuildImage]>([
  ['the standard image', () => LinuxBuildImage.STANDARD_7_0],
  ['an ARM image', () => LinuxArmBuildImage.AMAZON_LINUX_2023_STANDARD_3_0],
  ['a Lambda image', () => LinuxLambdaBuildImage.AMAZON_LINUX_2023_NODE_20],
  ['an ARM Lambda image', () => LinuxArmLambdaBuildImage.AMAZON_LINUX_2023_NODE_20],
  ['an image of ECR', stack => LinuxBuildImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Images', 'tools'), 'v1')],
  ['an image of a private registry', stack => LinuxBuildImage.fromDockerRegistry('registry.acme.com/tools', { secretsManagerCredentials: secretIn(stack) })],
])('%s makes the environment that the L2 makes', (_name, image) => {
  const ours = environmentOf(stack => new DeliveryPipeline(stack, 'Pipeline', {
    source: Source.gitHub('acme/shop', { connectionArn }),
    builds: [Build.codeBuild('Build', { commands: ['make'], image: image(stack) })],
  }));
  const theirs = environmentOf(stack => new codebuild.PipelineProject(stack, 'Project', {
    buildSpec: codebuild.BuildSpec.fromObject({ version: '0.2' }), environment: { buildImage: image(stack) },
  }));
  expect(ours).toEqual(theirs);
});
