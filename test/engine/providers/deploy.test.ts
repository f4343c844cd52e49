import { deploy } from './deploy';
import { action, commands, source, stage, template } from '../../plan/fixtures/template';
import { runTemplate } from '../run';

const SOURCE = stage('Source', [source()]);

describe('CloudFormation', () => {
  const stackTemplate = { Parameters: { Stage: { Type: 'String', Default: 'dev' } }, Resources: { B: { Type: 'AWS::S3::Bucket' } }, Outputs: { Name: { Value: { 'Fn::Sub': 'shop-${Stage}' } }, Url: { Value: { 'Fn::GetAtt': ['B', 'WebsiteURL'] } }, Bucket: { Value: { Ref: 'B' } } } };
  const Configuration = { ActionMode: 'CREATE_UPDATE', StackName: 'shop', TemplatePath: 'Repo::t.json', ParameterOverrides: '{"Stage":"prod"}' };

  test('reads the template and gives the outputs that it alone tells', async () => {
    const { end, lines } = await deploy('Deploy/CloudFormation', Configuration, { 't.json': stackTemplate });
    expect(end).toMatchObject({ status: 'Succeeded', fidelity: 'emulated', message: 'would create or update the stack shop with a template of 1 resource', variables: { Name: 'shop-prod' } });
    expect(lines('Ship').join('\n')).toContain('only a deployed stack knows the outputs Url, Bucket');
  });

  test('a change set that is executed has the outputs of its template', async () => {
    const cfn = (Name: string, RunOrder: number, more: object, rest: object = {}) => action({ Name, RunOrder, type: 'Deploy/CloudFormation', Configuration: { StackName: 'shop', ChangeSetName: 'c', ...more }, InputArtifacts: [{ Name: 'Repo' }], ...rest });
    const { ends, lines } = await runTemplate(template([SOURCE, stage('Deploy', [
      cfn('Prepare', 1, { ActionMode: 'CHANGE_SET_REPLACE', TemplatePath: 'Repo::t.json' }),
      cfn('Execute', 2, { ActionMode: 'CHANGE_SET_EXECUTE', OutputFileName: 'o.json' }, { Namespace: 'Stack', OutputArtifacts: [{ Name: 'Out' }] }),
      commands('Show', ['cat o.json', 'echo "#{Stack.Name} #{Stack.Url}"'], { RunOrder: 3, InputArtifacts: [{ Name: 'Out' }] }),
    ])]), { 't.json': stackTemplate }, { variables: { 'Stack.Url': 'http://localhost' } });
    expect(ends['Deploy/Execute'].variables).toEqual({ Name: 'shop-dev' });
    expect(lines('Show')).toEqual(expect.arrayContaining(['  "Name": "shop-dev"', 'shop-dev http://localhost']));
  });

  test.each([
    ['a template that is not in the artifact', { 'other.json': '{}' }, {}, 't.json is not in the artifact Repo, which holds other.json'],
    ['a template that does not parse', { 't.json': '{ "Resources": ' }, {}, 't.json:1:'],
    ['a template without resources', { 't.json': '{}' }, {}, 'it has no Resources'],
    ['an artifact that nobody made', { 't.json': stackTemplate }, { TemplatePath: 'Built::t.json' }, 'the input artifact Built does not exist'],
    ['overrides that are no object', { 't.json': stackTemplate }, { ParameterOverrides: '[1]' }, 'ParameterOverrides is no JSON object'],
    ['a path of another form', { 't.json': stackTemplate }, { TemplatePath: 't.json' }, 'TemplatePath must be of the form Artifact::path'],
  ])('%s fails the action', async (_what, files, more, message) => {
    const { end } = await deploy('Deploy/CloudFormation', { ...Configuration, ...more }, files);
    expect(end.status).toBe('Failed');
    expect(end.message).toContain(message);
  });
});

describe('ECS', () => {
  const Configuration = { ClusterName: 'c', ServiceName: 's' };

  test('reads the list of images', async () => {
    const { end, lines } = await deploy('Deploy/ECS', Configuration, { 'imagedefinitions.json': [{ name: 'web', imageUri: 'shop:1' }] });
    expect(end).toMatchObject({ status: 'Succeeded', fidelity: 'emulated', message: 'would update the service s of c with 1 image' });
    expect(lines('Ship')).toContain('would run shop:1 as web');
  });

  test.each([[{}, 'imagedefinitions.json is not in the artifact'], [{ 'imagedefinitions.json': {} }, 'must be a list'], [{ 'imagedefinitions.json': [{ name: 'web', image: 'x' }] }, 'entry 1 of imagedefinitions.json has no name or no imageUri']])('%j fails', async (files, message) => {
    const { end } = await deploy('Deploy/ECS', Configuration, { 'a.txt': 'a', ...files });
    expect(end.status).toBe('Failed');
    expect(end.message).toContain(message);
  });
});

describe('CodeDeploy', () => {
  test.each(['appspec.yml', 'appspec.yaml'])('to servers reads %s', async name => {
    expect((await deploy('Deploy/CodeDeploy', { ApplicationName: 'a', DeploymentGroupName: 'g' }, { [name]: 'version: 0.0\nos: linux\n' })).end).toMatchObject({ status: 'Succeeded', fidelity: 'emulated' });
  });

  test.each([[{ 'b.txt': '' }, /appspec\.yml is not in the artifact Repo/], [{ 'appspec.yml': 'a: [' }, /appspec\.yml in the artifact Repo does not parse/], [{ 'appspec.yml': 'os: linux' }, /has no version/]])('to servers with %j fails', async (files, message) => {
    expect((await deploy('Deploy/CodeDeploy', {}, files)).end).toMatchObject({ status: 'Failed', message: expect.stringMatching(message) });
  });

  test('to ECS reads the task definition, the appspec and the image that goes into it', async () => {
    const Configuration = { ApplicationName: 'a', DeploymentGroupName: 'g', TaskDefinitionTemplateArtifact: 'Repo', AppSpecTemplateArtifact: 'Repo', Image1ArtifactName: 'Repo', Image1ContainerName: 'IMAGE' };
    const files = { 'taskdef.json': { containerDefinitions: [{ image: '<IMAGE>' }] }, 'appspec.yaml': 'version: 0.0', 'imageDetail.json': { ImageURI: 'x' } };
    expect((await deploy('Deploy/CodeDeployToECS', Configuration, files)).end).toMatchObject({ status: 'Succeeded', fidelity: 'emulated' });
    expect((await deploy('Deploy/CodeDeployToECS', { ...Configuration, Image1ContainerName: 'WEB' }, files)).end.message).toContain('the task definition has no <WEB>');
  });
});

test.each([
  ['Deploy/EKS', { ClusterName: 'c', ManifestFiles: 'k8s/a.yml' }, 'k8s/a.yml'],
  ['Deploy/AppConfig', { InputArtifactConfigurationPath: 'conf.json' }, 'conf.json'],
  ['Deploy/EC2', { PostScript: 'after.sh' }, 'after.sh'],
  ['Deploy/ServiceCatalog', { TemplateFilePath: 'p.json', ProductId: 'p' }, 'p.json'],
  ['Deploy/CloudFormationStackSet', { StackSetName: 's', TemplatePath: 'Repo::p.json' }, 'p.json'],
])('%s wants the file that it would read', async (provider, Configuration, file) => {
  expect((await deploy(provider, Configuration, { x: 'x' })).end).toMatchObject({ status: 'Failed', message: expect.stringContaining(`${file} is not in the artifact Repo`) });
  expect((await deploy(provider, Configuration, { [file]: '{"Resources":{"A":{}}}' })).end).toMatchObject({ status: 'Succeeded', fidelity: 'emulated' });
});

test('what cannot be done here is stubbed, says what it did not do, and gives empty artifacts', async () => {
  const { end } = await deploy('Invoke/Lambda', { FunctionName: 'notify' }, { a: 'a' }, { OutputArtifacts: [{ Name: 'Out' }] });
  expect(end).toMatchObject({ status: 'Succeeded', fidelity: 'stubbed', message: 'did not invoke the function notify', artifacts: [{ name: 'Out' }] });
});
