import { CONFIGURATION_JSON } from '../../../src/checks/configuration/json';
import { saidBy } from '../found-by';
import { having } from './action';

const said = (type: string, configuration: unknown) => saidBy(CONFIGURATION_JSON, having({ type, configuration }));
const list = (count: number, item: object) => JSON.stringify(Array.from({ length: count }, () => item));

test.each<[string, string, unknown, string | RegExp]>([
  ['Build CodeBuild', 'EnvironmentVariables', '[{"name":"A","value":"1"}', /^EnvironmentVariables is no JSON: /],
  ['Build CodeBuild', 'EnvironmentVariables', '[{"name":"A","value":"#{Shop.CommitId}"]', /^EnvironmentVariables is no JSON: /],
  ['Build CodeBuild', 'EnvironmentVariables', 'A=1', /^EnvironmentVariables is no JSON: /],
  ['Build CodeBuild', 'EnvironmentVariables', '{"A":"1"}', 'EnvironmentVariables is no list.'],
  ['Build CodeBuild', 'EnvironmentVariables', '["A=1"]', 'Item 1 of EnvironmentVariables is no object.'],
  ['Build CodeBuild', 'EnvironmentVariables', '[{"Name":"A","Value":"1"}]', 'Item 1 of EnvironmentVariables has "Name" in it, which is none of name, value, type.'],
  ['Build CodeBuild', 'EnvironmentVariables', '[{"name":"A"}]', 'Item 1 of EnvironmentVariables has no value.'],
  ['Build CodeBuild', 'EnvironmentVariables', '[{"name":"","value":"x"}]', 'Item 1 of EnvironmentVariables has an empty name.'],
  ['Build CodeBuild', 'EnvironmentVariables', '[{"name":"A","value":"1"},{"name":"B","value":"2","type":"SECRET"}]',
    'Item 2 of EnvironmentVariables has the type "SECRET", which is none of PLAINTEXT, PARAMETER_STORE, SECRETS_MANAGER.'],
  ['Build CodeBuild', 'EnvironmentVariables', { 'Fn::Sub': '[{"name":"A","value":"${Late}","type":"SECRET"}]' }, /has the type "SECRET"/],
  ['Invoke CodePipeline', 'Variables', '[{"key":"a","value":"b"}]', 'Item 1 of Variables has "key" in it, which is none of name, value.'],
  ['Build CodeBuild', 'EnvironmentVariables', '[{"name":"A","value":{"B":"1"}}]', 'Item 1 of EnvironmentVariables has an object as its value.'],
  ['Invoke CodePipeline', 'Variables', '[{"name":"a b","value":"c"}]', 'Item 1 of Variables has the name "a b", which is not allowed.'],
  ['Invoke CodePipeline', 'Variables', '[{"name":"a","value":""}]', 'Item 1 of Variables has the value "", which is not allowed.'],
  ['Invoke CodePipeline', 'SourceRevisions', '[{"actionName":"a b","revisionType":"COMMIT_ID","revisionValue":"c"}]', /has the actionName "a b"/],
  ['Invoke CodePipeline', 'Variables', list(51, { name: 'a', value: 'b' }), 'Variables has 51 items.'],
  ['Invoke CodePipeline', 'SourceRevisions', '[{"actionName":"a","revisionType":"COMMIT","revisionValue":"b"}]', /has the revisionType "COMMIT"/],
  ['Deploy CloudFormation', 'ParameterOverrides', 'Size=2', /^ParameterOverrides is no JSON: /],
  ['Deploy CloudFormation', 'ParameterOverrides', '[{"ParameterKey":"Size","ParameterValue":"2"}]', 'ParameterOverrides is no object.'],
  ['Deploy CloudFormation', 'ParameterOverrides', `{"A":"${'ä'.repeat(600)}"}`, 'ParameterOverrides has 1208 bytes.'],
  ['Deploy CloudFormation', 'ParameterOverrides', '{"A":{"Fn::GetArtifactAtt":["ShopSource"]}}', 'Fn::GetArtifactAtt of the parameter "A" has not 2 arguments.'],
  ['Deploy CloudFormation', 'ParameterOverrides', '{"A":{"Fn::GetArtifactAtt":["ShopSource","Key"]}}', 'An artifact has no attribute "Key".'],
  ['Deploy CloudFormation', 'ParameterOverrides', '{"A":{"Fn::GetParam":["ShopSource","a.json"]}}', 'Fn::GetParam of the parameter "A" has not 3 arguments.'],
  ['Deploy CloudFormation', 'ParameterOverrides', '{"A":{"Ref":"Size"}}', 'The parameter "A" is an object, and none of Fn::GetArtifactAtt and Fn::GetParam.'],
  ['Deploy CloudFormation', 'ParameterOverrides', '{"A":{}}', 'The parameter "A" is an object, and none of Fn::GetArtifactAtt and Fn::GetParam.'],
  ['Invoke StepFunctions', 'Input', 'deploy', /^Input is no JSON: /],
])('%s with %s %j is found', (type, key, value, message) => {
  expect(said(type, { [key]: value })).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
});

test.each<[string, unknown]>([
  ['Build CodeBuild', { EnvironmentVariables: '[]' }],
  ['Build CodeBuild', { EnvironmentVariables: '[{"name":"A","value":"#{Shop.CommitId}"},{"name":"B","value":"/b","type":"PARAMETER_STORE"}]' }],
  ['Build CodeBuild', { EnvironmentVariables: { 'Fn::Sub': '[{"name":"A","value":"${Late}","type":"${Late}"}]' } }],
  ['Build CodeBuild', { EnvironmentVariables: { 'Fn::Sub': '[{"name":"A","value":"1"}${Late}]' } }],
  ['Build CodeBuild', { EnvironmentVariables: { 'Fn::Sub': '[${Late}]' } }],
  ['Build CodeBuild', { EnvironmentVariables: { Ref: 'Late' } }],
  ['Build CodeBuild', { EnvironmentVariables: { 'Fn::Sub': '${Late}${Late}' } }],
  ['Build CodeBuild', { EnvironmentVariables: { 'Fn::Sub': '[${Late}${Late}]' } }],
  ['Build CodeBuild', { EnvironmentVariables: '#{Shop.Variables}' }],
  ['Build CodeBuild', { EnvironmentVariables: '[#{Shop.Variables}]' }],
  ['Build CodeBuild', { EnvironmentVariables: { 'Fn::ToJsonString': [{ name: 'A', value: { Ref: 'Late' } }] } }],
  ['Invoke CodePipeline', { Variables: list(50, { name: 'a', value: 'b' }), SourceRevisions: '[{"actionName":"a","revisionType":"IMAGE_DIGEST","revisionValue":"#{a.b}"}]' }],
  ['Deploy CloudFormation', { ParameterOverrides: '{"Size":2,"Key":{"Fn::GetArtifactAtt":["ShopSource","ObjectKey"]},"Tag":{"Fn::GetParam":["ShopSource","a.json","Tag"]}}' }],
  ['Build CodeBuild', { EnvironmentVariables: '[{"name":"A","value":""},{"name":"B","value":1}]' }],
  ['Deploy CloudFormation', { ParameterOverrides: { 'Fn::Sub': '{"A":{"Fn::${Late}":["ShopSource","URL"]}}' } }],
  ['Invoke StepFunctions', { Input: '{"commit":"#{Shop.CommitId}"}' }],
  ['Invoke StepFunctions', { InputType: 'FilePath', Input: 'input.json' }],
  ['Invoke StepFunctions', { InputType: { Ref: 'Late' }, Input: 'input.json' }],
  ['Invoke Lambda', { UserParameters: 'no JSON' }],
])('%s with %j is well', (type, configuration) => {
  expect(said(type, configuration)).toEqual([]);
});
