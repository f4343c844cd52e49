import * as iam from 'aws-cdk-lib/aws-iam';
import { TeamCity, TeamCityStepProps } from '../../src';
import { TEAM_CITY } from '../../src/catalog/builds';
import { buildOf, HOME, pipelineIn, refusalOf, siteIn, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const serverUrl = 'https://teamcity.acme.com';
const firmware: TeamCityStepProps = { buildConfiguration: 'Shop_Firmware' };
const serverIn = (stack = stackIn(HOME)) => new TeamCity(stack, 'TeamCity', { serverUrl });

/** A pipeline with these builds of a server that stands beside it. */
function rendered(...steps: [string, TeamCityStepProps][]) {
  const stack = stackIn(HOME);
  const server = serverIn(stack);
  pipelineIn(stack).addStage('Stage', { steps: steps.map(([name, props]) => server.buildStep(name, props)) });
  return Rendered.of(stack);
}

describe('the action type of TeamCity', () => {
  const stack = stackIn(HOME);
  serverIn(stack);
  const type = Rendered.of(stack).only('AWS::CodePipeline::CustomActionType');
  const property = (Name: string, Queryable: boolean) => ({ Name, Required: true, Key: true, Secret: false, Queryable, Type: 'String' });

  // facts of custom-action.json in https://github.com/JetBrains/teamcity-aws-codepipeline-plugin
  test('is registered as the plugin knows it', () => {
    expect(type).toEqual({
      Category: 'Build',
      Provider: 'TeamCity',
      Version: '1',
      ConfigurationProperties: [property('TeamCityServerURL', false), property('BuildConfigurationID', false), property('ActionID', true)],
      InputArtifactDetails: { MinimumCount: 0, MaximumCount: 5 },
      OutputArtifactDetails: { MinimumCount: 0, MaximumCount: 5 },
      Settings: {
        EntityUrlTemplate: '{Config:TeamCityServerURL}/viewType.html?buildTypeId={Config:BuildConfigurationID}',
        ExecutionUrlTemplate: '{Config:TeamCityServerURL}/viewLog.html?buildId={ExternalExecutionId}&tab=buildResultsDiv',
      },
    });
  });

  test('is what its row of the catalog says, and the row names what makes its actions', () => {
    expect(type).toMatchObject({ Category: TEAM_CITY.category, Provider: TEAM_CITY.provider, Version: TEAM_CITY.version });
    expect(type.ConfigurationProperties.map(({ Name }: { Name: string }) => Name)).toEqual(Object.keys(TEAM_CITY.configuration));
  });

  test('may have another version, and its actions have it too', () => {
    const other = stackIn(HOME);
    const step = new TeamCity(other, 'TeamCity', { serverUrl, version: '2' }).buildStep('Firmware', firmware);
    pipelineIn(other, { builds: [step] });
    expect(Rendered.of(other).only('AWS::CodePipeline::CustomActionType').Version).toBe('2');
    expect(Rendered.of(other).action('Build/Firmware').ActionTypeId.Version).toBe('2');
  });
});

describe('a build on TeamCity', () => {
  test('says where it runs, and what its trigger asks for, and has no role', () => {
    expect(rendered(['Firmware', { ...firmware, hasOutput: true, outputLabels: ['map'] }]).stage('Stage').Actions).toEqual([{
      Name: 'Firmware',
      ActionTypeId: { Category: 'Build', Owner: 'Custom', Provider: 'TeamCity', Version: '1' },
      Configuration: { TeamCityServerURL: serverUrl, BuildConfigurationID: 'Shop_Firmware', ActionID: 'Firmware' },
      InputArtifacts: [{ Name: 'Source' }],
      OutputArtifacts: [{ Name: 'Firmware' }, { Name: 'Firmware_map' }],
      RunOrder: 1,
    }]);
  });

  test('is asked for by another ActionID when it is given one', () => {
    expect(rendered(['Firmware.of.the.whole.shop', { ...firmware, actionId: 'firmware-1' }]).action('Stage/Firmware.of.the.whole.shop').Configuration.ActionID)
      .toBe('firmware-1');
  });

  test('reads what it is told to, after what it is told to wait for', () => {
    const stack = stackIn(HOME);
    const [server, build, other] = [serverIn(stack), buildOf('Build', 'out'), buildOf('Other')];
    pipelineIn(stack, { builds: [build] }).addStage('Stage', { steps: [other, server.buildStep('Firmware', { ...firmware, inputs: [build], after: [other] })] });
    expect(Rendered.of(stack).inputs('Stage/Firmware')).toEqual(['Build']);
    expect(Rendered.of(stack).orders('Stage')).toEqual({ Other: 1, Firmware: 2 });
  });

  test('gives what is deployed later', () => {
    const stack = stackIn(HOME);
    const step = serverIn(stack).buildStep('Firmware', { ...firmware, hasOutput: true });
    pipelineIn(stack, { builds: [step] }).addStage('Stage', { steps: [siteIn(stack)] });
    expect(Rendered.of(stack).inputs('Stage/Site')).toEqual(['Firmware']);
  });

  test('may stand among the tests of a pipeline, and stays a build: the plugin asks for no tests', () => {
    const stack = stackIn(HOME);
    pipelineIn(stack, { tests: [serverIn(stack).buildStep('Bench', { buildConfiguration: 'Shop_Bench' })] });
    expect(Rendered.of(stack).action('Test/Bench').ActionTypeId.Category).toBe('Build');
    expect(Rendered.of(stack).all('AWS::CodePipeline::CustomActionType')).toHaveLength(1);
  });

  test('is made after the type', () => {
    const resources = Object.entries<{ Type: string; DependsOn?: string[] }>(rendered(['Firmware', firmware]).template.Resources);
    const [type] = resources.find(([, one]) => one.Type === 'AWS::CodePipeline::CustomActionType')!;
    const [, pipeline] = resources.find(([, one]) => one.Type === 'AWS::CodePipeline::Pipeline')!;
    expect(pipeline.DependsOn).toContain(type);
  });

  test('has the address of its server without a slash at the end, as the pages of the type go on from it', () => {
    const stack = stackIn(HOME);
    const step = new TeamCity(stack, 'TeamCity', { serverUrl: `${serverUrl}/` }).buildStep('Firmware', firmware);
    pipelineIn(stack, { builds: [step] });
    expect(Rendered.of(stack).action('Build/Firmware').Configuration.TeamCityServerURL).toBe(serverUrl);
  });

  test.each(['x'.repeat(21), 'Build.firmware', 'a@b'])('is refused under the name "%s", which cannot be an ActionID, without one', name => {
    expect(refusalOf(() => serverIn().buildStep(name, firmware))).toMatch(/is not allowed as the ActionID[^]*`actionId` of 1 to 20 letters/);
  });

  test.each(['', 'x'.repeat(21), 'two words', 'a/b'])('is refused the ActionID "%s"', actionId => {
    expect(refusalOf(() => serverIn().buildStep('Firmware', { ...firmware, actionId }))).toContain(`"${actionId}" is not allowed as the ActionID`);
  });

  test('takes the longest ActionID that CodePipeline does', () => {
    expect(() => serverIn().buildStep('Firmware', { ...firmware, actionId: 'x'.repeat(20) })).not.toThrow();
  });

  test('is refused the ActionID of another', () => {
    const server = serverIn();
    server.buildStep('Firmware', firmware);
    expect(refusalOf(() => server.buildStep('Bench', { buildConfiguration: 'Shop_Bench', actionId: 'Firmware' })))
      .toMatch(/The ActionID "Firmware" is that of another step\.[^]*of its own/);
  });

  test.each(['', 'Shop / Firmware', '1_Firmware', 'bt-7'])('is refused the build configuration "%s", which is no ID', buildConfiguration => {
    expect(refusalOf(() => serverIn().buildStep('Firmware', { buildConfiguration }))).toContain(`"${buildConfiguration}" is not the ID of a build configuration.`);
  });

  test('is refused a sixth artifact', () => {
    expect(() => rendered(['Firmware', { ...firmware, hasOutput: true, outputLabels: ['a', 'b', 'c', 'd', 'e'] }])).toThrow('TeamCity gives 6 artifacts here.');
  });

  test('gives no variables', () => {
    expect(refusalOf(() => serverIn().buildStep('Firmware', firmware).variable('Version'))).toContain('TeamCity gives no variable "Version".');
  });
});

describe('a TeamCity server', () => {
  test('finds the type, asks for its jobs alone, and answers', () => {
    const stack = stackIn(HOME);
    serverIn(stack).grantWork(new iam.Role(stack, 'Server', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }));
    expect(Rendered.of(stack).only('AWS::IAM::Policy').PolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: 'codepipeline:ListActionTypes', Resource: '*' },
      { Effect: 'Allow', Action: 'codepipeline:PollForJobs', Resource: 'arn:aws:codepipeline:eu-west-1:111111111111:actiontype:Custom/Build/TeamCity/1' },
      {
        Effect: 'Allow',
        Action: ['AcknowledgeJob', 'GetJobDetails', 'PutJobSuccessResult', 'PutJobFailureResult'].map(name => `codepipeline:${name}`),
        Resource: '*',
      },
    ]);
  });

  test('is refused an address that is none', () => {
    expect(refusalOf(() => new TeamCity(stackIn(HOME), 'TeamCity', { serverUrl: 'teamcity.acme.com' }))).toContain('"teamcity.acme.com" is not the address of a server.');
  });
});
