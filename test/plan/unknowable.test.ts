import { Declared, deploymentsOf } from '../../src/plan';

/** What the checks see of a pipeline's name. */
function nameOf(name: unknown, resources: Record<string, unknown> = {}): Declared {
  const template = {
    Parameters: { Path: { Type: 'String', Default: 'a/b' } },
    Resources: { ...resources, Pipeline: { Type: 'AWS::CodePipeline::Pipeline', Properties: { Name: name } } },
  };
  const [plan] = deploymentsOf('/app', [{ file: '/app/a.json', template, stackName: 'App', parameters: {}, paths: {}, acknowledgements: [], nested: () => ({}) }]);
  return plan.pipelines[0].declared.at('Name');
}

const RESOURCES = {
  Custom: { Type: 'Custom::Thing', Properties: { Name: 'x' } },
  Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com' } },
};

test.each<[unknown]>([
  [{ 'Fn::Select': [0, { 'Fn::Split': ['/', { Ref: 'Path' }] }] }],
  [{ 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::Sub': 'arn:${AWS::Partition}:x' }] }] }],
  [{ 'Fn::Select': [2, { 'Fn::Split': [':', { 'Fn::Sub': 'arn:${AWS::Partition}:x' }] }] }],
  ['{{resolve:ssm:/name}}'],
  ['shop-{{resolve:ssm:/name:1}}'],
  [{ Ref: 'Custom' }],
  [{ 'Fn::GetAtt': ['Custom', 'Arn'] }],
  [{ 'Fn::GetAtt': ['Nested', 'Outputs.RoleArn'] }],
])('%j is unknown', value => {
  const { text, unknown } = nameOf(value, RESOURCES);
  expect([text, unknown]).toEqual([undefined, true]);
});

test('the parts of a text before what is unknown in it are known', () => {
  expect(nameOf({ 'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::Sub': 'a/b/${Path}' }] }] }).text).toBe('b');
});
