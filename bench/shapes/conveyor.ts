/** The shapes with this library. */

import { Environment as AwsEnvironment, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Approval, Build, DeliveryPipeline, Deploy, Environment, Source, Test } from 'cdk-conveyor';
import { CONNECTION_ARN, executionRoleArn, PRODUCTION, STAGING, synthesize } from './synthesize';
import { BUILDS_A_STAGE, STAGES_OF_C } from '../shape';

const source = () => Source.gitHub('acme/shop', { connectionArn: CONNECTION_ARN });
const build = () => Build.codeBuild('Build', { commands: ['npm ci', 'npm run build'], output: 'dist' });
const deploy = (stack: Stack, name: string, env: Required<AwsEnvironment>) => Deploy.cloudFormation('Deploy', {
  stackName: name,
  executionRole: iam.Role.fromRoleArn(stack, `${name}ExecutionRole`, executionRoleArn(env)),
});

synthesize({
  simple(stack, name) {
    const pipeline = new DeliveryPipeline(stack, name, { source: source(), builds: [build()] });
    pipeline.addEnvironment('Staging', { deploy: [deploy(stack, name, STAGING)] });
  },

  accounts(stack) {
    const pipeline = new DeliveryPipeline(stack, 'Shop', {
      source: source(),
      builds: [build()],
      tests: ['Unit', 'Lint', 'Contract'].map(name => Test.codeBuild(name, { commands: [`npm run ${name}`] })),
    });
    pipeline.addEnvironment('Staging', { deploy: [deploy(stack, 'Staging', STAGING)] });
    pipeline.addStage('Approval', { steps: [Approval.manual()] });
    pipeline.addWave('Production', Object.entries(PRODUCTION).map(([name, env]) => Environment.of(name, { env, deploy: [deploy(stack, name, env)] })));
  },

  wide(stack) {
    const pipeline = new DeliveryPipeline(stack, 'Shop', { source: source() });
    for (let stage = 1; stage <= STAGES_OF_C; stage++) {
      pipeline.addStage(`Stage${stage}`, {
        steps: Array.from({ length: BUILDS_A_STAGE }, (_, index) => Build.codeBuild(`Build${index + 1}`, { commands: [`make part-${stage}-${index + 1}`] })),
      });
    }
  },
});
