import { FUNCTION_WRONG } from '../../../src/checks/template/function-wrong';
import { actionIn, type Json } from '../fixture';
import { foundBy, pathTo } from '../found-by';

const saying = (text: Json, more: Json = {}) => foundBy(FUNCTION_WRONG, (pipeline, template) => {
  actionIn(pipeline, 'Approve/Ask').Configuration.CustomData = text;
  Object.assign(template, { Conditions: { IsLive: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } } }, more);
});

test.each<[Json, string, string?]>([
  [{ 'Fn::Joyn': ['', []] }, 'There is no function "Fn::Joyn".', 'Did you mean "Fn::Join"?'],
  [{ 'Fn::join': ['', []] }, 'There is no function "Fn::join".', 'Did you mean "Fn::Join"?'],
  [{ 'Fn::Ref': 'Pipeline' }, 'There is no function "Fn::Ref".', 'Did you mean "Ref"?'],
  [{ 'Fn::Concat': ['a', 'b'] }, 'There is no function "Fn::Concat".'],
  [{ 'Fn::GetArtifactAtt': ['ShopSite', 'URL'] }, 'Fn::GetArtifactAtt is no function of CloudFormation.'],
  [{ 'Fn::GetParam': ['ShopSite', 'a.json', 'key'] }, 'Fn::GetParam is no function of CloudFormation.'],
  [{ 'Fn::Length': [1] }, 'Fn::Length needs a transform.'],
  [{ 'Fn::Join': ['-', 'a', 'b'] }, 'Fn::Join takes a text and a list.'],
  [{ 'Fn::Join': ['-', 'a'] }, 'Fn::Join takes a text and a list.'],
  [{ 'Fn::Join': [['a'], '-'] }, 'Fn::Join takes a text and a list.'],
  [{ 'Fn::Join': 'a' }, 'Fn::Join takes a text and a list.'],
  [{ 'Fn::Select': [0] }, 'Fn::Select takes an index and a list.'],
  [{ 'Fn::Select': [['a'], 0] }, 'Fn::Select takes an index and a list.'],
  [{ 'Fn::Select': [2, ['a', 'b']] }, 'Fn::Select takes an index from 0 to 1 here.'],
  [{ 'Fn::Select': [1, [{ Name: 'a' }]] }, 'Fn::Select takes an index from 0 to 0 here.'],
  [{ 'Fn::Join': ['', { a: 'b' }] }, 'Fn::Join takes a text and a list.'],
  [{ 'Fn::Select': ['0', []] }, 'Fn::Select takes a list with something in it.'],
  [{ 'Fn::Select': [-1, { Ref: 'Several' }] }, 'Fn::Select takes an index from 0.'],
  [{ 'Fn::Select': ['first', { Ref: 'Several' }] }, 'Fn::Select takes an index from 0.'],
  [{ 'Fn::Split': [','] }, 'Fn::Split takes a text and the text to split.'],
  [{ 'Fn::Split': [',', ['a']] }, 'Fn::Split takes a text and the text to split.'],
  [{ 'Fn::If': ['IsLive', 'a'] }, 'Fn::If takes a condition and two values.'],
  [{ 'Fn::If': ['IsLive', 'a', 'b', 'c'] }, 'Fn::If takes a condition and two values.'],
  [{ 'Fn::FindInMap': ['Map', 'a'] }, 'Fn::FindInMap takes a mapping and two keys.'],
  [{ 'Fn::FindInMap': ['Map', 'a', 'b', 'c'] }, 'Fn::FindInMap takes a mapping and two keys.'],
  [{ 'Fn::GetAtt': ['Pipeline'] }, 'Fn::GetAtt takes a resource and an attribute.'],
  [{ 'Fn::GetAtt': ['Pipeline', 'Outputs', 'Arn'] }, 'Fn::GetAtt takes a resource and an attribute.'],
  [{ 'Fn::GetAtt': 'Pipeline' }, 'Fn::GetAtt takes a resource and an attribute.'],
  [{ 'Fn::Sub': ['${a}', 'a', 'b'] }, 'Fn::Sub takes a text, and values by their names.'],
  [{ Ref: ['Pipeline'] }, 'Ref takes a name, and nothing else.'],
])('%j is found', (...[text, message, mend]) => {
  expect(saying(text)).toEqual([expect.objectContaining({
    severity: 'error', message, part: 'Approve/Ask', path: pathTo('Stages', 2, 'Actions', 0, 'Configuration', 'CustomData'), ...(mend && { mend }),
  })]);
});

test.each<[Json, string]>([
  [{ 'Fn::Equals': ['a'] }, 'Fn::Equals takes two values.'],
  [{ 'Fn::Not': [{ Condition: 'Is' }, { Condition: 'Is' }] }, 'Fn::Not takes one condition.'],
  [{ 'Fn::And': [{ Condition: 'Is' }] }, 'Fn::And takes 2 to 10 conditions.'],
  [{ 'Fn::Or': [] }, 'Fn::Or takes 2 to 10 conditions.'],
])('in a condition, %j is found', (condition, message) => {
  expect(saying('x', { Conditions: { Is: { 'Fn::Equals': ['a', 'b'] }, Wrong: condition } })).toEqual([expect.objectContaining({ message, path: ['Conditions', 'Wrong'] })]);
});

test('it is found in other resources and in outputs', () => {
  const Value = { 'Fn::Join': ['a'] };
  expect(saying('x', { Outputs: { Out: { Value } } })).toEqual([expect.objectContaining({ path: ['Outputs', 'Out', 'Value'] })]);
  expect(foundBy(FUNCTION_WRONG, (_, template) => { template.Resources.Topic = { Type: 'AWS::SNS::Topic', Properties: { DisplayName: Value } }; }))
    .toEqual([expect.objectContaining({ path: ['Resources', 'Topic', 'Properties', 'DisplayName'] })]);
});

test.each<[Json, Json?]>([
  [{ 'Fn::Join': ['', ['a', { Ref: 'AWS::Region' }]] }],
  [{ 'Fn::Join': [',', { Ref: 'AWS::NotificationARNs' }] }],
  [{ 'Fn::Join': [{ Ref: 'AWS::Region' }, []] }],
  [{ 'Fn::Select': ['1', ['a', 'b']] }],
  [{ 'Fn::Select': [5, { 'Fn::GetAZs': '' }] }],
  [{ 'Fn::Select': [5, [{ Ref: 'AWS::NotificationARNs' }]] }],
  [{ 'Fn::Select': [{ Ref: 'AWS::Region' }, ['a']] }],
  [{ 'Fn::Split': [',', { Ref: 'AWS::Region' }] }],
  [{ 'Fn::If': ['IsLive', { Ref: 'AWS::NoValue' }, ['b']] }],
  [{ 'Fn::FindInMap': ['Map', 'a', 'b', { DefaultValue: 'c' }] }],
  [{ 'Fn::GetAtt': 'Pipeline.Version' }],
  [{ 'Fn::GetAtt': ['Pipeline', { Ref: 'AWS::Region' }] }],
  [{ 'Fn::Sub': 'a' }],
  [{ 'Fn::Sub': ['${a}', { a: 'b' }] }],
  [{ 'Fn::Base64': 'a' }],
  [{ 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }],
  [{ 'Fn::GetStackOutput': { StackName: 'a', OutputName: 'b' } }],
  ['{"Key": {"Fn::GetArtifactAtt": ["ShopSite", "URL"]}}'],
  [{ 'Fn::Joyn': [], 'Other': 1 }],
  [{ 'Fn::Length': [1] }, { Transform: 'AWS::LanguageExtensions' }],
  [{ 'Fn::Transform': { Name: 'Own', Parameters: { Text: { 'Fn::Own': 1 } } } }],
])('%j is not', (...[text, more]) => {
  expect(saying(text, more)).toEqual([]);
});
