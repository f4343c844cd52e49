import { App, CfnOutput, LegacyStackSynthesizer, Stack, Stage, Tags } from 'aws-cdk-lib';
import { bootstrapRole, LIVE, resourceIn, SelfDelivering, stageIn } from './cdk-app';
import { Deploy, Environment, Test } from '../../src';
import { buildOf, HOME, pipelineIn, refusalOf, stackIn } from '../fixture';

function deployed(deploy = (app: SelfDelivering) => Deploy.cdk(stageIn(app.app))) {
  const app = new SelfDelivering();
  app.pipeline.addEnvironment('Live', { env: LIVE, deploy: [deploy(app)] });
  return app.rendered();
}

describe('a stage of a CDK app', () => {
  const rendered = deployed();

  test('is deployed with one action a stack: in the order of dependencies, otherwise side by side', () => {
    expect(rendered.orders('Live')).toEqual({ 'Deploy-Data': 1, 'Deploy-Alarms': 1, 'Deploy-Service': 2 });
  });

  test('is deployed from the cloud assembly, with what templates of CDK may do', () => {
    expect(rendered.inputs('Live/Deploy-Data')).toEqual(['Synth']);
    expect(rendered.action('Live/Deploy-Data').Configuration).toEqual({
      ActionMode: 'CREATE_UPDATE',
      StackName: 'Live-Data',
      Capabilities: 'CAPABILITY_NAMED_IAM,CAPABILITY_AUTO_EXPAND',
      RoleArn: bootstrapRole('cfn-exec'),
      TemplatePath: expect.stringMatching(/^Synth::assembly-Live\/LiveData\w+\.template\.json$/),
    });
  });

  test('is deployed with the role that bootstrapping left for it', () => {
    expect(rendered.action('Live/Deploy-Data').RoleArn).toBe(bootstrapRole('deploy'));
  });

  test('needs no role of the pipeline\'s in its account: the pipeline may take on exactly the bootstrap\'s, which reads its artifacts', () => {
    const roles = rendered.all('AWS::IAM::Role').flatMap(role => role.Policies).flatMap(policy => policy.PolicyDocument.Statement)
      .filter(one => one.Action === 'sts:AssumeRole').flatMap(one => one.Resource);
    expect(roles).toContain(bootstrapRole('deploy'));
    expect(roles.filter(role => role.includes(LIVE.account) && role.endsWith('*'))).toEqual([]);
    const readers = rendered.only('AWS::S3::BucketPolicy').PolicyDocument.Statement.filter((one: any) => JSON.stringify(one.Principal).includes(LIVE.account));
    expect(readers.map((one: any) => one.Principal.AWS)).toEqual(readers.map(() => bootstrapRole('deploy')));
    expect(readers.flatMap((one: any) => one.Action)).toContain('s3:GetObject');
    expect(readers.flatMap((one: any) => one.Action)).not.toContain('s3:PutObject');
  });
});

test('in a wave, actions are named for environment, step and stack', () => {
  const app = new SelfDelivering();
  app.pipeline.addWave('World', ['Here', 'There'].map(name => Environment.of(name, { env: LIVE, deploy: [Deploy.cdk(stageIn(app.app, name), { name: 'App' })] })));
  expect(app.rendered().orders('World')).toMatchObject({ 'Here-App-Data': 1, 'Here-App-Service': 2, 'There-App-Data': 1, 'There-App-Service': 2 });
});

test('what a stage comes after is over before any of its stacks begins', () => {
  const app = new SelfDelivering();
  const backup = buildOf('Backup');
  app.pipeline.addEnvironment('Live', { env: LIVE, deploy: [backup, Deploy.cdk(stageIn(app.app), { after: [backup] })] });
  expect(app.rendered().orders('Live')).toEqual({ 'Backup': 1, 'Deploy-Data': 2, 'Deploy-Alarms': 2, 'Deploy-Service': 3 });
});

describe('an output of a stack', () => {
  const outputIn = (stage: Stage) => new CfnOutput(stage.node.findChild('Data') as Stack, 'Url', { value: 'https://acme.com' });

  test('is handed on to a later step', () => {
    const app = new SelfDelivering();
    const stage = stageIn(app.app);
    const url = outputIn(stage);
    const deploy = Deploy.cdk(stage);
    const smoke = Test.codeBuild('Smoke', { commands: ['curl $URL'], environmentVariables: { URL: { value: deploy.stackOutput(url) } } });
    app.pipeline.addEnvironment('Live', { env: LIVE, deploy: [deploy], verify: [smoke] });
    const rendered = app.rendered();
    expect(rendered.action('Live/Deploy-Data').Namespace).toBe('Live@Deploy-Data');
    expect(JSON.parse(rendered.action('Live/Smoke').Configuration.EnvironmentVariables)[0].value).toBe('#{Live@Deploy-Data.Url}');
  });

  test('of another stage is refused', () => {
    const app = new App();
    const other = outputIn(stageIn(app, 'Other'));
    expect(refusalOf(() => Deploy.cdk(stageIn(app)).stackOutput(other))).toMatch(/belongs to no stack of the stage "Live"[^]*where: Other\/Data\/Url/);
  });
});

test('what verifies an environment comes after all of its stacks', () => {
  const app = new SelfDelivering();
  app.pipeline.addEnvironment('Live', { env: LIVE, deploy: [Deploy.cdk(stageIn(app.app))], verify: [buildOf('Smoke')] });
  expect(app.rendered().orders('Live').Smoke).toBe(3);
});

test('a stage that leaves its place open goes where the pipeline is', () => {
  const app = new SelfDelivering();
  app.pipeline.addEnvironment('Live', { deploy: [Deploy.cdk(stageIn(app.app, 'Live', {}))] });
  expect(app.rendered().action('Live/Deploy-Data').RoleArn).toBe('arn:aws:iam::${account}:role/cdk-hnb659fds-deploy-role-${account}-${region}');
});

test('a stack\'s tags go with it, in a file that the synth run writes', () => {
  const rendered = deployed(({ app }) => {
    const stage = new Stage(app, 'Live', { env: LIVE });
    Tags.of(resourceIn(stage, 'Data')).add('team', 'shop');
    return Deploy.cdk(stage);
  });
  expect(rendered.action('Live/Deploy-Data').Configuration.TemplateConfiguration).toMatch(/^Synth::assembly-Live\/LiveData\w+\.template\.json\.config\.json$/);
});

describe('with an approval of the changes', () => {
  const rendered = deployed(app => Deploy.cdk(stageIn(app.app), { approveChanges: { message: 'Go?' } }));

  test('change sets are made, shown and carried out: together where stacks do not wait for each other', () => {
    expect(rendered.orders('Live')).toEqual({
      'Deploy-Data-Prepare': 1,
      'Deploy-Alarms-Prepare': 1,
      'Deploy-Changes': 2,
      'Deploy-Approve': 3,
      'Deploy-Data': 4,
      'Deploy-Alarms': 4,
      'Deploy-Service-Prepare': 5,
      'Deploy-Changes-2': 6,
      'Deploy-Approve-2': 7,
      'Deploy-Service': 8,
    });
    expect(rendered.action('Live/Deploy-Data-Prepare').Configuration).toMatchObject({ ActionMode: 'CHANGE_SET_REPLACE', ChangeSetName: 'Conveyor' });
    expect(rendered.action('Live/Deploy-Data')).toMatchObject({
      RoleArn: bootstrapRole('deploy'),
      Configuration: { ActionMode: 'CHANGE_SET_EXECUTE', StackName: 'Live-Data', ChangeSetName: 'Conveyor' },
    });
  });

  test('the approval says what changes, and links to all of it', () => {
    expect(rendered.action('Live/Deploy-Approve').Configuration).toEqual({
      CustomData: 'Go? #{Live@Deploy-Changes.CHANGES}', ExternalEntityLink: '#{Live@Deploy-Changes.CHANGES_LINK}',
    });
  });

  test('change sets are read with the role that only reads', () => {
    const project = rendered.all('AWS::CodeBuild::Project').find(one => one.Name === 'Web-Live-Deploy-Changes');
    const statements = rendered.role(project.ServiceRole).Policies[0].PolicyDocument.Statement;
    expect(statements.filter((one: any) => one.Action === 'sts:AssumeRole')).toEqual([{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: bootstrapRole('lookup') }]);
  });
});

test('each stack is deployed where it belongs, whatever its environment says', () => {
  const app = new SelfDelivering();
  const stage = new Stage(app.app, 'Live', { env: LIVE });
  resourceIn(stage, 'Edge', { ...LIVE, region: 'us-east-1' });
  app.pipeline.addEnvironment('Live', { deploy: [Deploy.cdk(stage)] });
  const rendered = app.rendered();
  expect(rendered.action('Live/Deploy-Edge').Region).toBe('us-east-1');
  expect(rendered.pipeline.ArtifactStores.map((store: any) => store.Region)).toEqual([HOME.region, 'us-east-1']);
});

describe('is refused', () => {
  test('from an artifact that is no cloud assembly', () => {
    const stack = stackIn(HOME);
    const pipeline = pipelineIn(stack, { builds: [buildOf('Build', 'out')] });
    expect(refusalOf(() => pipeline.addEnvironment('Live', { env: LIVE, deploy: [Deploy.cdk(stageIn(stack.node.root as App))] })))
      .toMatch(/"Build" is no cloud assembly\.[^]*Build\.synth[^]*where: Shop\/Web\/Pipeline\/Live\/Deploy-/);
  });

  test('from another app', () => {
    expect(refusalOf(() => deployed(() => Deploy.cdk(stageIn(new App()))))).toContain('belongs to another app');
  });

  test('without the roles of the bootstrap', () => {
    expect(refusalOf(() => deployed(({ app }) => {
      const stage = new Stage(app, 'Live', { env: LIVE });
      new Stack(stage, 'Old', { synthesizer: new LegacyStackSynthesizer() });
      return Deploy.cdk(stage);
    }))).toMatch(/without the roles of the bootstrap/);
  });
});
