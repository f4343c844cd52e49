import { Duration, Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import { bootstrapRole, imageIn, LIVE, SelfDelivering, stageIn } from './cdk-app';
import { Approval, Build, Deploy, EntryResult } from '../../src';
import { HOME, refusalOf, STAGING } from '../fixture';

const plainSynth = { selfUpdate: false };

describe('a synth run', () => {
  const app = new SelfDelivering(plainSynth);
  app.pipeline.addEnvironment('Live', { env: LIVE, deploy: [Deploy.cdk(stageIn(app.app))] });
  const commands = app.commands();

  test('gives the cloud assembly', () => {
    expect(JSON.parse(app.project().Source.BuildSpec).artifacts).toEqual({ 'files': ['**/*'], 'base-directory': 'cdk.out' });
  });

  test('publishes what the stacks are made of that the pipeline deploys, though they were added later', () => {
    expect(commands[0]).toBe('npx cdk synth');
    expect(commands[1]).toMatch(/' 'cdk\.out\/assembly-Live\/LiveService\w+\.assets\.json'\nfi$/);
    expect(commands).toHaveLength(2);
  });

  test('does not publish templates, which are read from the artifact', () => {
    expect(commands[1]).not.toContain('LiveData');
  });

  test('may take on the roles that publish, and no other', () => {
    expect(app.allowed()).toEqual([{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: bootstrapRole('file-publishing') }]);
  });

  test('needs no Docker for files', () => {
    expect(app.project().Environment.PrivilegedMode).toBe(false);
  });
});

describe('images', () => {
  const app = new SelfDelivering(plainSynth);
  const stage = stageIn(app.app);
  imageIn(stage.node.findChild('Service') as Stack);
  app.pipeline.addEnvironment('Live', { env: LIVE, deploy: [Deploy.cdk(stage)] });

  test('are built with Docker, and published with the role for them', () => {
    expect(app.project().Environment.PrivilegedMode).toBe(true);
    expect(app.allowed()[0].Resource).toEqual([bootstrapRole('file-publishing'), bootstrapRole('image-publishing')]);
  });

  test('are refused on a machine without Docker', () => {
    const small = new SelfDelivering({ ...plainSynth, image: codebuild.LinuxLambdaBuildImage.AMAZON_LINUX_2023_NODE_20 });
    const other = stageIn(small.app);
    imageIn(other.node.findChild('Service') as Stack);
    small.pipeline.addEnvironment('Live', { env: LIVE, deploy: [Deploy.cdk(other)] });
    expect(refusalOf(() => small.rendered())).toContain('its machine has no Docker');
  });
});

test('a run that has nothing to add has the commands that it was given, and no further permission', () => {
  const app = new SelfDelivering({ ...plainSynth, publishAssets: false });
  app.pipeline.addEnvironment('Live', { env: LIVE, deploy: [Deploy.cdk(stageIn(app.app))] });
  expect(app.commands()).toEqual(['npx cdk synth']);
  expect(app.allowed()).toEqual([]);
});

test('another build does not share the role of the synth run', () => {
  const app = new SelfDelivering(plainSynth);
  app.pipeline.addStage('Other', { steps: [Build.codeBuild('Other', { commands: ['make'] })] });
  app.pipeline.addEnvironment('Live', { env: LIVE, deploy: [Deploy.cdk(stageIn(app.app))] });
  expect(new Set(app.rendered().all('AWS::CodeBuild::Project').map(project => project.ServiceRole)).size).toBe(2);
});

describe('a pipeline that keeps itself up to date', () => {
  const app = new SelfDelivering();
  app.pipeline.addEnvironment('Beta', { env: STAGING, deploy: [Deploy.cdk(stageIn(app.app, 'Beta', { env: STAGING }))] });

  test('compares its stack with what is deployed, in the synth run', () => {
    expect(app.rendered().stages.map(stage => stage.Name)).toEqual(['Source', 'Build', 'Beta']);
    expect(app.commands()[1]).toContain('cdk diff \'Shop\' --app \'cdk.out\' --method template --fail');
  });

  test('may be deployed by the run, started and stopped, and no other pipeline may', () => {
    expect(app.allowed()).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: [bootstrapRole('deploy', HOME), bootstrapRole('file-publishing', HOME), bootstrapRole('lookup', HOME), bootstrapRole('file-publishing', STAGING)],
      },
      { Effect: 'Allow', Action: ['codepipeline:StartPipelineExecution', 'codepipeline:StopPipelineExecution'], Resource: 'arn:aws:codepipeline:eu-west-1:111111111111:Web' },
    ]);
  });

  test('needs no bootstrap in a region that only holds artifacts', () => {
    const wide = new SelfDelivering();
    const env = { account: HOME.account, region: 'eu-central-1' };
    wide.pipeline.addEnvironment('Beta', { env, deploy: [Deploy.cdk(stageIn(wide.app, 'Beta', { env }))] });
    expect(wide.allowed()[0].Resource.filter((role: string) => role.includes('eu-central-1'))).toEqual([bootstrapRole('file-publishing', env)]);
  });

  test('is told which execution it is', () => {
    expect(JSON.parse(app.rendered().action('Build/Synth').Configuration.EnvironmentVariables))
      .toEqual([{ name: 'CONVEYOR_EXECUTION', type: 'PLAINTEXT', value: '#{codepipeline.PipelineExecutionId}' }]);
  });
});

describe('a stage that asks only when permissions are broadened', () => {
  const app = new SelfDelivering(plainSynth);
  const stage = stageIn(app.app);
  app.pipeline.addStage('Broadening', { steps: [Approval.manual({ timeout: Duration.days(1) })], entry: [app.synth.broadens(stage)], entryResult: EntryResult.SKIP });
  app.pipeline.addEnvironment('Live', { env: LIVE, deploy: [Deploy.cdk(stage)] });

  test('is skipped unless the synth run says so', () => {
    expect(app.rendered().stage('Broadening').BeforeEntry.Conditions[0]).toMatchObject({
      Result: 'SKIP', Rules: [{ Configuration: { Variable: '#{Build@Synth.BROADENS_Live}', Operator: 'EQ', Value: 'yes' } }],
    });
    expect(JSON.parse(app.project().Source.BuildSpec).env).toEqual({ 'exported-variables': ['BROADENS_Live'] });
  });

  test('is compared with the role that only reads', () => {
    expect(app.commands()[1]).toContain('cdk diff \'Live/Alarms\' \'Live/Data\' \'Live/Service\' --app \'cdk.out\' --method template --exclusively --fail-on broadening');
    expect(app.allowed()[0].Resource).toEqual([bootstrapRole('file-publishing'), bootstrapRole('lookup')]);
  });
});

test.each([
  ['a buildspec', { buildspec: codebuild.BuildSpec.fromSourceFilename('buildspec.yml') }, /adds commands of its own/],
  ['no commands', { commands: [] }, /nothing to run/],
])('a synth run with %s is refused', (_what, props, refusal) => {
  expect(refusalOf(() => Build.synth('Synth', { commands: ['npx cdk synth'], ...props }))).toMatch(refusal);
});
