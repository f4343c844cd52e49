import { CONFIGURATION_ARTIFACT } from '../../../src/checks/configuration/artifact';
import { actionIn, type Json } from '../fixture';
import { foundBy, saidBy } from '../found-by';
import { having } from './action';

test.each<[string, Json, string]>([
  ['Build CodeBuild', { PrimarySource: 'Shop' }, 'PrimarySource names the artifact "Shop", which the action does not read.'],
  ['Deploy CloudFormation', { TemplatePath: 'template.yaml' }, 'TemplatePath is "template.yaml", which names no artifact.'],
  ['Deploy CloudFormation', { TemplatePath: 'ShopSorce::template.yaml' }, 'TemplatePath names the artifact "ShopSorce", which the action does not read.'],
  ['Deploy CloudFormation', { TemplatePath: 'ShopSource::' }, 'TemplatePath names no file in the artifact "ShopSource".'],
  ['Deploy CloudFormation', { TemplatePath: { 'Fn::Sub': 'Other::${Late}' } }, 'TemplatePath names the artifact "Other", which the action does not read.'],
  ['Deploy CloudFormation', { TemplateConfiguration: 'Other::a.json' }, 'TemplateConfiguration names the artifact "Other", which the action does not read.'],
  ['Deploy CloudFormation', { ParameterOverrides: '{"A":{"Fn::GetArtifactAtt":["Other","ObjectKey"]}}' }, 'ParameterOverrides names the artifact "Other", which the action does not read.'],
  ['Deploy CloudFormation', { ParameterOverrides: '{"A":{"Fn::GetParam":["Other","a.json","A"]}}' }, 'ParameterOverrides names the artifact "Other", which the action does not read.'],
  ['Deploy CodeDeployToECS', { AppSpecTemplateArtifact: 'Other' }, 'AppSpecTemplateArtifact names the artifact "Other", which the action does not read.'],
  ['Deploy CodeDeployToECS', { Image1ArtifactName: 'Other' }, 'Image1ArtifactName names the artifact "Other", which the action does not read.'],
  ['Deploy CloudFormationStackSet', { DeploymentTargets: 'Other::accounts.json' }, 'DeploymentTargets names the artifact "Other", which the action does not read.'],
  ['Deploy CloudFormationStackInstances', { ParameterOverrides: 'Other::a.json' }, 'ParameterOverrides names the artifact "Other", which the action does not read.'],
])('%s with %j is found', (type, configuration, message) => {
  expect(saidBy(CONFIGURATION_ARTIFACT, having({ type, configuration }))).toEqual([message]);
});

test('the artifact that is meant is offered', () => {
  const [{ mend }] = foundBy(CONFIGURATION_ARTIFACT, having({ type: 'Deploy CloudFormation', configuration: { TemplatePath: 'template.yaml' } }));
  expect(mend).toBe('Write the artifact before the path: "ShopSource::template.yaml".');
});

test('an action that reads nothing has no artifact to name', () => {
  const change = having({ type: 'Deploy CloudFormation', configuration: { TemplatePath: 'ShopSource::a.yaml' }, inputs: [] });
  expect(saidBy(CONFIGURATION_ARTIFACT, change)).toHaveLength(1);
});

test.each<[string, Json]>([
  ['Build CodeBuild', { PrimarySource: 'ShopSource' }],
  ['Build CodeBuild', { PrimarySource: { Ref: 'Late' } }],
  ['Build CodeBuild', { PrimarySource: { 'Fn::Sub': '${Late}Source' } }],
  ['Deploy CloudFormation', { TemplatePath: 'ShopSource::a/b::c.yaml' }],
  ['Deploy CloudFormation', { TemplatePath: { 'Fn::Sub': '${Late}template.yaml' } }],
  ['Deploy CloudFormation', { TemplatePath: { 'Fn::Sub': 'ShopSource::${AWS::Region}.yaml' } }],
  ['Deploy CloudFormation', { TemplatePath: { 'Fn::Sub': '${AWS::StackName}::a.yaml' } }],
  ['Deploy CloudFormation', { TemplatePath: 'ShopSource::#{Shop.BranchName}.yaml' }],
  ['Deploy CloudFormation', { ActionMode: 'DELETE_ONLY', TemplatePath: 'template.yaml' }],
  ['Deploy CloudFormation', { ParameterOverrides: '{"A":"x","B":{"Fn::GetParam":["ShopSource","a.json","B"]}}' }],
  ['Deploy CloudFormationStackSet', { Parameters: 'ParameterKey=A,ParameterValue=b::c', DeploymentTargets: '111111111111' }],
])('%s with %j is well', (type, configuration) => {
  expect(saidBy(CONFIGURATION_ARTIFACT, having({ type, configuration }))).toEqual([]);
});

test.each<[string, unknown]>([['one', [{ Name: { Ref: 'Late' } }]], ['all', { 'Fn::FindInMap': ['A', 'B', 'C'] }]])(
  'where %s of the inputs is unknown it may be the one', (_, inputs) => {
    expect(saidBy(CONFIGURATION_ARTIFACT, (pipeline, template) => {
      having({ type: 'Build CodeBuild', configuration: { PrimarySource: 'Other' } })(pipeline, template);
      actionIn(pipeline, 'Build/Compile').InputArtifacts = inputs;
    })).toEqual([]);
  },
);
