import { SecretValue } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { JenkinsProvider } from 'aws-cdk-lib/aws-codepipeline-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ActionOwner, Custom, CustomActionType, CustomActionTypeProps, CustomStepProps, Jenkins } from '../../src';
import { buildOf, HOME, pipelineIn, refusalOf, renderedWith, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const { APPROVAL, BUILD, DEPLOY, INVOKE, SOURCE, TEST } = codepipeline.ActionCategory;
const secret = SecretValue.secretsManager('licenses');

const typeIn = (stack = stackIn(HOME), props: Partial<CustomActionTypeProps> = {}) => new CustomActionType(stack, 'Licenses', {
  category: TEST, provider: 'Licenses', properties: [{ name: 'Policy', required: true }, { name: 'Token', required: false, secret: true }], ...props,
});

/** A pipeline with one action of a type that stands beside it. */
function rendered(step: (type: CustomActionType) => ReturnType<CustomActionType['step']>, props: Partial<CustomActionTypeProps> = {}) {
  const stack = stackIn(HOME);
  pipelineIn(stack, { builds: [buildOf('Build', 'out')] }).addStage('Stage', { steps: [step(typeIn(stack, props))] });
  return Rendered.of(stack);
}

describe('a type of one\'s own', () => {
  const strict = { configuration: { Policy: 'strict' } };

  test('is registered with its properties', () => {
    expect(rendered(type => type.step('Check', strict), { version: '2', entityUrl: 'https://acme.com/{Config:Policy}' }).only('AWS::CodePipeline::CustomActionType')).toEqual({
      Category: 'Test',
      Provider: 'Licenses',
      Version: '2',
      InputArtifactDetails: { MinimumCount: 0, MaximumCount: 5 },
      OutputArtifactDetails: { MinimumCount: 0, MaximumCount: 5 },
      ConfigurationProperties: [
        { Name: 'Policy', Required: true, Key: false, Secret: false },
        { Name: 'Token', Required: false, Key: false, Secret: true },
      ],
      Settings: { EntityUrlTemplate: 'https://acme.com/{Config:Policy}' },
    });
  });

  test('has actions without a role of their own, made after the type', () => {
    const { template, ...of } = rendered(type => type.step('Check', { ...strict, secrets: { Token: secret } }));
    const resources = Object.entries<{ Type: string; DependsOn: string[]; Properties: { Stages: { Actions: object[] }[] } }>(template.Resources);
    const [type] = resources.find(([, one]) => one.Type === 'AWS::CodePipeline::CustomActionType')!;
    const [, pipeline] = resources.find(([, one]) => one.Type === 'AWS::CodePipeline::Pipeline')!;
    expect(of).toEqual({});
    expect(pipeline.DependsOn).toContain(type);
    expect(pipeline.Properties.Stages.at(-1)!.Actions).toEqual([{
      Name: 'Check',
      ActionTypeId: { Category: 'Test', Owner: 'Custom', Provider: 'Licenses', Version: '1' },
      Configuration: { Policy: 'strict', Token: '{{resolve:secretsmanager:licenses:SecretString:::}}' },
      InputArtifacts: [{ Name: 'Source' }],
      RunOrder: 1,
    }]);
  });

  test.each([[BUILD, ['Source']], [TEST, ['Source']], [DEPLOY, ['Build']], [INVOKE, []]])('of the category %s reads %j unless told otherwise', (category, inputs) => {
    expect(rendered(type => type.step('Check', strict), { category }).inputs('Stage/Check')).toEqual(inputs);
  });

  test('that is a source gives an artifact, and reads none', () => {
    const stack = stackIn(HOME);
    const source = typeIn(stack, { category: SOURCE }).step('Perforce', strict);
    pipelineIn(stack, { source, builds: [buildOf()] });
    expect(Rendered.of(stack).action('Source/Perforce').OutputArtifacts).toEqual([{ Name: 'Perforce' }]);
    expect(Rendered.of(stack).inputs('Build/Build')).toEqual(['Perforce']);
  });

  test('has a worker that asks for its jobs alone, and answers', () => {
    const stack = stackIn(HOME);
    typeIn(stack).grantWork(new iam.Role(stack, 'Worker', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }));
    expect(Rendered.of(stack).only('AWS::IAM::Policy').PolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: 'codepipeline:PollForJobs', Resource: 'arn:aws:codepipeline:eu-west-1:111111111111:actiontype:Custom/Test/Licenses/1' },
      {
        Effect: 'Allow',
        Action: ['AcknowledgeJob', 'GetJobDetails', 'PutJobSuccessResult', 'PutJobFailureResult'].map(name => `codepipeline:${name}`),
        Resource: '*',
      },
    ]);
  });

  test('is refused without what it requires, and with what it does not know', () => {
    expect(refusalOf(() => rendered(type => type.step('Check')))).toContain('Licenses needs Policy.');
    expect(refusalOf(() => rendered(type => type.step('Check', { configuration: { Policy: 'a', Colour: 'red' } })))).toContain('Licenses knows no configuration "Colour".');
  });

  test('is refused a secret in plain text', () => {
    const inPlainText = /Licenses's Token is a secret, and given in plain text\.[^]*SecretValue\.secretsManager[^]*where: Shop\/Web\/Pipeline\/Stage\/Check/;
    expect(refusalOf(() => rendered(type => type.step('Check', { configuration: { Policy: 'a', Token: 'b' } })))).toMatch(inPlainText);
    expect(refusalOf(() => rendered(type => type.step('Check', { ...strict, secrets: { Token: SecretValue.unsafePlainText('b') } })))).toMatch(inPlainText);
  });

  test.each<[string, Partial<CustomActionTypeProps>, RegExp]>([
    ['an approval', { category: APPROVAL }, /category Approval cannot be registered/],
    ['a provider with a space', { provider: 'My scan' }, /The provider "My scan" is not allowed/],
    ['a version of 10 characters', { version: '1234567890' }, /1 to 9/],
    ['six inputs', { artifactBounds: { minInputs: 0, maxInputs: 6, minOutputs: 0, maxOutputs: 0 } }, /reads 0 to 6 artifacts/],
    ['bounds the wrong way round', { artifactBounds: { minInputs: 0, maxInputs: 1, minOutputs: 2, maxOutputs: 1 } }, /gives 2 to 1 artifacts/],
    ['11 properties', { properties: Array.from({ length: 11 }, (_, at) => ({ name: `P${at}`, required: false })) }, /11 properties[^]*at most 10/],
    ['two properties of one name', { properties: [{ name: 'A', required: true }, { name: 'A', required: true }] }, /one name/],
    ['two queryable properties', { properties: ['A', 'B'].map(name => ({ name, required: true, queryable: true })) }, /more than one queryable/],
    ['a queryable property that is not required', { properties: [{ name: 'A', required: false, queryable: true }] }, /make it required/],
  ])('is refused %s', (_what, props, expected) => {
    expect(refusalOf(() => typeIn(undefined, props))).toMatch(expected);
  });
});

describe('Jenkins', () => {
  const server = { serverUrl: 'https://jenkins.acme.com/', providerName: 'AcmeJenkins' };

  test('is registered as the L2 registers it', () => {
    const [ours, theirs] = [stackIn(HOME), stackIn(HOME)];
    const jenkins = new Jenkins(ours, 'Jenkins', server);
    jenkins.buildStep('Firmware', { project: 'firmware' });
    jenkins.testStep('Bench', { project: 'bench' });
    new JenkinsProvider(theirs, 'Jenkins', { ...server, forBuild: true, forTest: true });
    const [registered, expected] = [ours, theirs].map(stack => Rendered.of(stack).all('AWS::CodePipeline::CustomActionType'));
    expect(registered).toEqual(expected);
  });

  test('is registered once for all its builds, and not for tests that it has none of', () => {
    const stack = stackIn(HOME);
    const jenkins = new Jenkins(stack, 'Jenkins', server);
    ['One', 'Two'].forEach(name => jenkins.buildStep(name, { project: 'firmware' }));
    expect(Rendered.of(stack).only('AWS::CodePipeline::CustomActionType').Category).toBe('Build');
  });

  test('asks for its own builds and tests', () => {
    const stack = stackIn(HOME);
    new Jenkins(stack, 'Jenkins', server).grantWork(new iam.Role(stack, 'Server', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }));
    const statements: { Action: string; Resource: string | string[] }[] = Rendered.of(stack).only('AWS::IAM::Policy').PolicyDocument.Statement;
    expect(statements.filter(one => one.Action === 'codepipeline:PollForJobs').flatMap(one => one.Resource))
      .toEqual(['Build', 'Test'].map(category => `arn:aws:codepipeline:eu-west-1:111111111111:actiontype:Custom/${category}/AcmeJenkins/1`));
  });

  test('is refused a project that its plugin could not ask for', () => {
    const jenkins = new Jenkins(stackIn(HOME), 'Jenkins', server);
    for (const project of ['x'.repeat(21), 'my project', 'folder/project']) {
      expect(refusalOf(() => jenkins.buildStep('Build', { project }))).toMatch(/is not allowed as ProjectName\.[^]*1 to 20 letters/);
    }
  });

  test('is refused an address that is none', () => {
    expect(refusalOf(() => new Jenkins(stackIn(HOME), 'Jenkins', { ...server, serverUrl: 'jenkins.acme.com' }))).toContain('"jenkins.acme.com" is not the address of a server.');
  });
});

describe('an action of a partner', () => {
  const snyk: CustomStepProps = { category: INVOKE, owner: ActionOwner.THIRD_PARTY, provider: 'Snyk', configuration: { Org: 'acme' }, hasOutput: true };

  test('is declared as it is said, with secrets as references', () => {
    const action = renderedWith(Custom.step('Scan', { ...snyk, secrets: { ApiToken: secret } })).action('Stage/Scan');
    expect(action).toMatchObject({
      ActionTypeId: { Category: 'Invoke', Owner: 'ThirdParty', Provider: 'Snyk', Version: '1' },
      Configuration: { Org: 'acme', ApiToken: '{{resolve:secretsmanager:licenses:SecretString:::}}' },
      OutputArtifacts: [{ Name: 'Scan' }],
    });
    expect(action.RoleArn).toBeUndefined();
  });

  test('gives variables of any name', () => {
    expect(() => Custom.step('Scan', snyk).variable('Severity')).not.toThrow();
  });

  test.each<[string, Partial<CustomStepProps>, RegExp]>([
    ['a secret in plain text', { secrets: { ApiToken: SecretValue.unsafePlainText('a') } }, /Snyk's ApiToken is a secret, and given in plain text/],
    ['a key twice', { secrets: { Org: secret } }, /"Org" is given in `configuration`, and as a secret/],
    ['a provider of 36 characters', { provider: 'x'.repeat(36) }, /1 to 35/],
    ['an empty version', { version: '' }, /The version "" is not allowed/],
  ])('is refused %s', (_what, props, expected) => {
    expect(refusalOf(() => renderedWith(Custom.step('Scan', { ...snyk, ...props })))).toMatch(expected);
  });

  test.each([{ ...HOME, region: 'us-east-1' }, { ...HOME, account: '222222222222' }])('is refused in another region or account than the pipeline\'s: %j', env => {
    const deploy = Custom.step('Roll-out', { category: DEPLOY, owner: ActionOwner.CUSTOM, provider: 'RollOut' });
    expect(refusalOf(() => pipelineIn().addEnvironment('US', { env, deploy: [deploy] })))
      .toContain(`The action is to work in ${env.account}/${env.region}, and the pipeline is in 111111111111/eu-west-1.`);
  });
});

test('an action that gives more than its type says is refused', () => {
  const bounded = (props: object) => rendered(
    type => type.step('Check', { configuration: { Policy: 'strict' }, ...props }), { artifactBounds: { minInputs: 1, maxInputs: 1, minOutputs: 0, maxOutputs: 1 } },
  );
  expect(refusalOf(() => bounded({ hasOutput: true, outputLabels: ['docs'] }))).toMatch(/Licenses gives 2 artifacts here\.[^]*0 to 1/);
  expect(bounded({ hasOutput: true }).action('Stage/Check').OutputArtifacts).toEqual([{ Name: 'Check' }]);
});
