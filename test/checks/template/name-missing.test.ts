import { NAME_MISSING } from '../../../src/checks/template/name-missing';
import { actionIn, type Json } from '../fixture';
import { foundBy, pathTo } from '../found-by';

const PATH = ['Stages', 2, 'Actions', 0, 'Configuration', 'CustomData'];

/** Something in place of a text, in a template with a parameter, a condition and a role. */
const saying = (text: Json, more: Json = {}) => foundBy(NAME_MISSING, (pipeline, template) => {
  actionIn(pipeline, 'Approve/Ask').Configuration.CustomData = text;
  template.Resources.Role = { Type: 'AWS::IAM::Role', Properties: {} };
  Object.assign(template, { Mappings: { Place: { live: { Stack: 'shop' } } }, Parameters: { Place: { Type: 'String' } }, Conditions: { IsLive: { 'Fn::Equals': [{ Ref: 'Place' }, 'live'] } } }, more);
});

test.each<[Json, string, string?]>([
  [{ Ref: 'Plce' }, 'The template has no resource or parameter "Plce".', 'Did you mean "Place"?'],
  [{ 'Fn::GetAtt': ['Roles', 'Arn'] }, 'The template has no resource "Roles".', 'Did you mean "Role"?'],
  [{ 'Fn::GetAtt': ['Place', 'Arn'] }, 'The template has no resource "Place".'],
  [{ 'Fn::Sub': 'to ${Place} and ${Elsewhere}' }, 'The template has no resource or parameter "Elsewhere".'],
  [{ 'Fn::Sub': ['${Here} ${Nobody.Arn}', { Here: 'x' }] }, 'The template has no resource "Nobody".'],
  [{ 'Fn::If': ['IsLve', 'a', 'b'] }, 'The template has no condition "IsLve".', 'Did you mean "IsLive"?'],
  [{ 'Fn::FindInMap': ['Places', 'live', 'Stack'] }, 'The template has no mapping "Places".', 'Did you mean "Place"?'],
  [{ 'Fn::FindInMap': ['Place', 'test', 'Stack'] }, 'The template has no mapping Place with the key "test".'],
  [{ 'Fn::FindInMap': ['Place', 'live', 'Stak'] }, 'The template has no row live of the mapping Place with the key "Stak".', 'Did you mean "Stack"?'],
])('%j is found', (...[text, message, mend]) => {
  expect(saying(text)).toEqual([expect.objectContaining({ severity: 'error', message, part: 'Approve/Ask', ...(mend && { mend }) })]);
});

test('a key that a condition keeps from being looked up is not', () => {
  expect(saying({ 'Fn::If': ['IsLive', { 'Fn::FindInMap': ['Place', 'test', 'Stack'] }, 'b'] })).toEqual([]);
});

test('it is found where it stands', () => {
  expect(saying({ 'Fn::If': ['IsLive', { Ref: 'Nothing' }, 'b'] })).toEqual([expect.objectContaining({ path: pathTo(...PATH, 'Fn::If', 1) })]);
});

test('so is the condition of the pipeline itself', () => {
  expect(foundBy(NAME_MISSING, (_, template) => { template.Resources.Pipeline.Condition = 'IsLive'; })).toEqual([expect.objectContaining({
    message: 'The template has no condition "IsLive".', path: ['Resources', 'Pipeline', 'Condition'],
  })]);
});

test.each<[Json, string, string?]>([
  [{ 'Fn::Sub': '${AWS::Account}' }, 'There is no pseudo parameter "AWS::Account".'],
  [{ Ref: 'AWS::Regoin' }, 'There is no pseudo parameter "AWS::Regoin".', 'Did you mean "AWS::Region"?'],
])('%j is found, too', (...[text, message, mend]) => {
  expect(saying(text)).toEqual([expect.objectContaining({ message, ...(mend && { mend }) })]);
});

test.each<[string, (template: Json) => void, string, (string | number)[]]>([
  ['an output', template => { template.Outputs = { Out: { Value: { Ref: 'Nothing' } } }; }, 'resource or parameter "Nothing"', ['Outputs', 'Out', 'Value']],
  ['the condition of an output', template => { template.Outputs = { Out: { Value: 1, Condition: 'Never' } }; }, 'condition "Never"', ['Outputs', 'Out', 'Condition']],
  ['a condition', template => { template.Conditions = { Is: { 'Fn::Equals': [{ Ref: 'Role' }, 'a'] } }; }, 'parameter "Role"', ['Conditions', 'Is', 'Fn::Equals', 0]],
  ['a condition of conditions', template => { template.Conditions = { Is: { 'Fn::Not': [{ Condition: 'Never' }] } }; }, 'condition "Never"', ['Conditions', 'Is', 'Fn::Not', 0]],
  ['another resource', template => { template.Resources.Role.Properties.RoleName = { 'Fn::Sub': '${Nothing}' }; }, 'resource or parameter "Nothing"', ['Resources', 'Role', 'Properties', 'RoleName']],
  ['what a resource waits for', template => { template.Resources.Role.DependsOn = 'Nothing'; }, 'resource "Nothing"', ['Resources', 'Role', 'DependsOn']],
  ['one of what it waits for', template => { template.Resources.Role.DependsOn = ['Pipeline', 'Nothing']; }, 'resource "Nothing"', ['Resources', 'Role', 'DependsOn', 1]],
  [
    'a resource that a condition keeps away',
    template => {
      template.Conditions = { Never: { 'Fn::Equals': ['a', 'b'] } };
      Object.assign(template.Resources.Role, { Condition: 'Never', Properties: { Path: { Ref: 'Nothing' } } });
    },
    'resource or parameter "Nothing"', ['Resources', 'Role', 'Properties', 'Path'],
  ],
])('in %s it is found', (_, change, what, path) => {
  expect(foundBy(NAME_MISSING, (_pipeline, template) => {
    template.Resources.Role = { Type: 'AWS::IAM::Role', Properties: {} };
    change(template);
  })).toEqual([expect.objectContaining({ message: `The template has no ${what}.`, path })]);
});

test('a template with two pipelines is told of it once', () => {
  expect(foundBy(NAME_MISSING, (pipeline, template) => {
    template.Resources.Again = { Type: 'AWS::CodePipeline::Pipeline', Properties: structuredClone(pipeline) };
    template.Outputs = { Out: { Value: { Ref: 'Nothing' } } };
  })).toHaveLength(1);
});

test.each<[Json, Json?]>([
  [{ Ref: 'Place' }],
  [{ Ref: 'AWS::StackName' }],
  [{ 'Fn::GetAtt': ['Role', 'Arn'] }],
  [{ 'Fn::GetAtt': 'Role.Arn' }],
  [{ 'Fn::Sub': '${AWS::Region} ${Role.Arn} ${Place} ${!Literal} $${' }],
  [{ 'Fn::Sub': ['${Here} ${Here.Too}', { 'Here': 'x', 'Here.Too': 'y' }] }],
  [{ 'Fn::If': ['IsLive', 'a', { Ref: 'AWS::NoValue' }] }],
  [{ 'Fn::FindInMap': ['Place', 'live', 'Stack'] }],
  [{ 'Fn::FindInMap': ['Place', { Ref: 'Place' }, 'Stack'] }],
  [{ 'Fn::FindInMap': [{ Ref: 'Place' }, 'live', 'Stack'] }],
  [{ 'Fn::FindInMap': ['Included', 'live', 'Stack'] }, { Mappings: { 'Fn::Transform': { Name: 'AWS::Include' } } }],
  [{ 'Fn::FindInMap': ['Included', 'live', 'Stack'] }, { Mappings: { Included: { 'Fn::Transform': { Name: 'AWS::Include' } } } }],
  [{ 'Fn::FindInMap': ['Places', 'live', 'Stack', { DefaultValue: 'a' }] }],
  [{ Ref: 'AWS::NotificationARNs' }],
  [{ Ref: ['junk'] }],
  [{ Ref: 'MadeByMacro' }, { Transform: 'AWS::Serverless-2016-10-31' }],
  [{ Ref: 'Included' }, { 'Fn::Transform': { Name: 'AWS::Include' } }],
  [{ Ref: 'TopicA' }, { Parameters: { 'Fn::Transform': { Name: 'AWS::Include' } } }],
])('%j is not', (...[text, more]) => {
  expect(saying(text, more)).toEqual([]);
});
