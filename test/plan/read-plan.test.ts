import * as path from 'node:path';
import { folder } from './fixtures/folder';
import { action, commands, source, stage, template } from './fixtures/template';
import { PlanError } from '../../src/plan';
import { readPlan } from '../../src/plan/read';

describe('a template file', () => {
  test('gives its pipeline with every part that it declares', () => {
    const file = path.join(folder({
      'shop.template.json': template([
        stage('Source', [source('Repo', { Namespace: 'Src' })]),
        stage('Build', [
          commands('Test', ['npm test'], { RunOrder: 2, OutputVariables: ['Version'], OutputArtifacts: [{ Name: 'Built', Files: ['dist/**'] }], EnvironmentVariables: [{ Name: 'A', Value: '1' }, { Name: 'B', Value: 's', Type: 'SECRETS_MANAGER' }] }),
        ], { OnFailure: { Result: 'RETRY', RetryConfiguration: { RetryMode: 'ALL_ACTIONS' } } }),
        stage('Go', [action({ Name: 'Ok', type: 'Approval/Manual', TimeoutInMinutes: 10, Region: 'eu-west-1', RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } })], {
          BeforeEntry: { Conditions: [{ Result: 'SKIP', Rules: [{ Name: 'r', RuleTypeId: { Provider: 'VariableCheck' }, Configuration: { Variable: '#{a.b}', Value: 1 } }] }] },
        }),
      ], { Role: { Type: 'AWS::IAM::Role' } }, {
        Variables: [{ Name: 'target', DefaultValue: 'dev' }],
        Triggers: [{ ProviderType: 'CodeStarSourceConnection', GitConfiguration: { SourceActionName: 'Repo', Push: [] } }],
      }),
    }), 'shop.template.json');
    const { pipelines: [pipeline], source: read } = readPlan(file);
    expect(read).toBe(file);
    expect(pipeline).toMatchObject({
      name: 'Shop',
      logicalId: 'Pipeline',
      stackName: 'shop',
      account: '111111111111',
      region: 'us-east-1',
      type: 'V2',
      executionMode: 'QUEUED',
      stores: [{ region: 'us-east-1', bucket: 'artifacts' }],
      variables: [{ name: 'target', defaultValue: 'dev' }],
      triggers: [{ sourceActionName: 'Repo' }],
    });
    const [src, build, go] = pipeline.stages;
    expect(src.actions[0]).toMatchObject({ name: 'Repo', category: 'Source', provider: 'CodeCommit', namespace: 'Src', outputs: [{ name: 'Repo', files: [] }] });
    expect(build.onFailure).toMatchObject({ result: 'RETRY', retryMode: 'ALL_ACTIONS', conditions: [] });
    expect(build.actions[0]).toMatchObject({
      commands: ['npm test'],
      inputs: ['Repo'],
      outputs: [{ name: 'Built', files: ['dist/**'] }],
      runOrder: 2,
      outputVariables: ['Version'],
      environmentVariables: [{ name: 'A', value: '1', type: 'PLAINTEXT' }, { name: 'B', value: 's', type: 'SECRETS_MANAGER' }],
    });
    expect(go.beforeEntry).toMatchObject([{ result: 'SKIP', rules: [expect.objectContaining({ provider: 'VariableCheck', configuration: { Variable: '#{a.b}', Value: '1' } })] }]);
    expect(go.actions[0]).toMatchObject({ timeoutMinutes: 10, region: 'eu-west-1', roleArn: 'arn:aws:iam::111111111111:role/Role' });
  });

  test('may be YAML with short tags', () => {
    const root = folder({
      'site.yaml': `
Parameters:
  Branch: { Type: String, Default: main }
Resources:
  Bucket: { Type: AWS::S3::Bucket }
  P:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      ArtifactStore: { Type: S3, Location: !Ref Bucket }
      Stages:
        - Name: Source
          Actions:
            - Name: Repo
              ActionTypeId: { Category: Source, Owner: AWS, Provider: CodeCommit, Version: "1" }
              Configuration: { RepositoryName: shop, BranchName: !Ref Branch, PollForSourceChanges: false }
              OutputArtifacts: [{ Name: Repo }]
`,
    });
    const [pipeline] = readPlan(path.join(root, 'site.yaml')).pipelines;
    expect(pipeline).toMatchObject({ name: 'P', type: 'V1', executionMode: 'SUPERSEDED', stackName: 'site', stores: [{ bucket: 'Bucket' }] });
    expect(pipeline.stages[0].actions[0].configuration).toEqual({ RepositoryName: 'shop', BranchName: 'main', PollForSourceChanges: 'false' });
  });

  test('whose pipeline is a mess still gives a plan', () => {
    const file = path.join(folder({ 't.json': template([{ Actions: 'none' }, 7, stage('A', [null, {}])] as unknown[], {}, { Triggers: 'x', Variables: [1] }) }), 't.json');
    expect(readPlan(file).pipelines[0].stages).toHaveLength(2);
  });

  test('leaves out a resource whose condition does not hold', () => {
    const { Resources } = template([]) as { Resources: { Pipeline: object } };
    const file = path.join(folder({ 't.json': { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } }, Resources: { P: { ...Resources.Pipeline, Condition: 'Never' } } } }), 't.json');
    expect(readPlan(file).pipelines).toEqual([]);
  });
});

describe('a cloud assembly', () => {
  const stack = (templateFile: string, environment: string, more: object = {}) => ({ type: 'aws:cloudformation:stack', environment, properties: { templateFile }, ...more });

  test('gives pipelines of all its stacks and nested assemblies, with environment and construct paths', () => {
    const pipelineTemplate = template([], { Imported: { Type: 'Custom::X', Properties: { From: { 'Fn::ImportValue': 'Site:Url' }, Near: { Ref: 'AWS::StackName' } } } });
    const root = folder({
      'manifest.json': {
        artifacts: {
          Shop: stack('Shop.template.json', 'aws://222222222222/eu-west-1', { metadata: { '/Shop/Pipeline/Resource': [{ type: 'aws:cdk:logicalId', data: 'Pipeline' }] } }),
          Site: stack('Site.template.json', 'aws://unknown-account/unknown-region'),
          Inner: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Inner' } },
          Tree: { type: 'cdk:tree' },
        },
      },
      'Shop.template.json': pipelineTemplate,
      'Site.template.json': { Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'site' } } }, Outputs: { U: { Value: { Ref: 'B' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Url' } } } } },
      'assembly-Inner/manifest.json': { artifacts: { InnerStack: { ...stack('I.json', 'aws://333333333333/eu-central-1'), properties: { templateFile: 'I.json', stackName: 'Inner-Stack' } } } },
      'assembly-Inner/I.json': { Resources: { P: { Type: 'AWS::CodePipeline::Pipeline', Metadata: { 'aws:cdk:path': 'Inner/Stack/P/Resource' }, Properties: {} } } },
    });
    const { pipelines, resources } = readPlan(root);
    expect(pipelines.map(({ name, account, region, constructPath, stackName }) => ({ name, account, region, constructPath, stackName }))).toEqual([
      { name: 'Shop', account: '222222222222', region: 'eu-west-1', constructPath: 'Shop/Pipeline/Resource', stackName: 'Shop' },
      { name: 'P', account: '333333333333', region: 'eu-central-1', constructPath: 'Inner/Stack/P/Resource', stackName: 'Inner-Stack' },
    ]);
    expect(resources.ofType('Custom::X')[0].properties).toEqual({ From: 'site', Near: 'Shop' });
    expect(resources.find('AWS::S3::Bucket', 'arn:aws:s3:::site')).toMatchObject({ logicalId: 'B', account: '111111111111', region: 'us-east-1' });
  });

  test('evaluates nested stacks with the parameters and for the outputs of their parent', () => {
    const root = folder({
      'manifest.json': { artifacts: { Parent: stack('Parent.json', 'aws://222222222222/eu-west-1') } },
      'Parent.json': {
        Resources: {
          Child: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Stage: 'prod' } }, Metadata: { 'aws:asset:path': 'Child.json' } },
          Reader: { Type: 'Custom::Reader', Properties: { Bucket: { 'Fn::GetAtt': ['Child', 'Outputs.Name'] } } },
        },
      },
      'Child.json': {
        Parameters: { Stage: { Type: 'String' } },
        Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'site-${Stage}' } } } },
        Outputs: { Name: { Value: { Ref: 'B' } } },
      },
    });
    expect(readPlan(root).resources.ofType('Custom::Reader')[0].properties).toEqual({ Bucket: 'site-prod' });
  });
});

describe('what cannot be read is one line with a mend', () => {
  test.each([
    ['nothing there', () => path.join(folder(), 'cdk.out'), /does not exist: run "npx cdk synth" first/],
    ['a folder without a manifest', () => folder({ 'a.txt': '' }), /holds no manifest\.json.*--app/],
    ['a template that the manifest names and nobody wrote', () => folder({ 'manifest.json': { artifacts: { A: { type: 'aws:cloudformation:stack', properties: { templateFile: 'A.json' } } } } }), /A\.json cannot be read \(ENOENT\)/],
    ['a broken manifest', () => folder({ 'manifest.json': '{ "artifacts": ' }), /manifest\.json:\d+:\d+ is not valid JSON/],
  ])('%s', (_what, make, message) => {
    const root = make();
    expect(() => readPlan(root)).toThrow(PlanError);
    expect(() => readPlan(root)).toThrow(message);
  });
});

test('exports that import each other end as unknown', () => {
  const circle = (own: string, other: string) => ({ Resources: {}, Outputs: { O: { Value: { 'Fn::ImportValue': other }, Export: { Name: own } } } });
  const stackOf = (templateFile: string) => ({ type: 'aws:cloudformation:stack', properties: { templateFile } });
  const root = folder({
    'manifest.json': { artifacts: { A: stackOf('a.json'), B: stackOf('b.json'), C: stackOf('c.json') } },
    'a.json': circle('a', 'b'),
    'b.json': circle('b', 'a'),
    'c.json': { Resources: { X: { Type: 'Custom::X', Properties: { v: { 'Fn::ImportValue': 'a' } } } } },
  });
  expect(readPlan(root).resources.ofType('Custom::X')[0].properties.v).toMatch(/^\{unresolved:ImportValue /);
});
