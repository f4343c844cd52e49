import { DEPLOYMENT_GROUP } from '../../../src/checks/template/deployment-group';
import type { Json } from '../fixture';
import { foundBy, UNKNOWN } from '../found-by';

const found = (properties: Json) => foundBy(DEPLOYMENT_GROUP, (_, template) => {
  template.Resources.Group = { Type: 'AWS::CodeDeploy::DeploymentGroup', Properties: { ApplicationName: 'shop', ...properties } };
});

test.each<[Json, string, string, (string | number)[]]>([
  [{ DeploymentConfigName: 'CodeDeployDefault.OneAtTime' }, 'CodeDeploy has no configuration "CodeDeployDefault.OneAtTime".', 'Did you mean "CodeDeployDefault.OneAtATime"?', ['DeploymentConfigName']],
  [{ AutoRollbackConfiguration: { Enabled: true, Events: ['DEPLOYMENT_FAILED'] } }, 'CodeDeploy has no reason to go back "DEPLOYMENT_FAILED".', 'Did you mean "DEPLOYMENT_FAILURE"?',
    ['AutoRollbackConfiguration', 'Events', 0]],
])('%j is found', (properties, message, mend, path) => {
  expect(found(properties)).toEqual([expect.objectContaining({ severity: 'error', message, mend, path: ['Resources', 'Group', 'Properties', ...path] })]);
});

test.each<[Json]>([
  [{}], [{ DeploymentConfigName: 'ours' }], [{ DeploymentConfigName: UNKNOWN, AutoRollbackConfiguration: { Events: [UNKNOWN] } }],
  [{ DeploymentConfigName: 'CodeDeployDefault.LambdaLinear10PercentEvery1Minute' }], [{ DeploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent15Minutes' }],
  [{ DeploymentConfigName: 'CodeDeployDefault.HalfAtATime', AutoRollbackConfiguration: { Enabled: true, Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'] } }],
])('%j is not', properties => {
  expect(found(properties)).toEqual([]);
});
