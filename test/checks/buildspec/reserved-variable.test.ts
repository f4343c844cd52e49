import { findingsAfter, idsAfter } from '../fixture';
import { ACTION, AT, built, VALID } from './build';

test.each(['variables', 'parameter-store', 'secrets-manager'])('a name of CodeBuild\'s own in %s is found', kind => {
  expect(findingsAfter(built({ ...VALID, env: { [kind]: { CODEBUILD_TAG: 'a' } } }))).toEqual([expect.objectContaining({
    id: 'conveyor:reserved-variable', severity: 'error', message: 'The buildspec sets the variable "CODEBUILD_TAG".', path: AT,
  })]);
});

test('one in the project is, too', () => {
  const found = findingsAfter(built(VALID, (_, template) => {
    template.Resources.Project.Properties.Environment.EnvironmentVariables = [{ Name: 'TAG', Value: 'a' }, { Name: 'CODEBUILD_TAG', Value: 'a' }];
  }));
  expect(found).toEqual([expect.objectContaining({
    id: 'conveyor:reserved-variable', path: ['Resources', 'Project', 'Properties', 'Environment', 'EnvironmentVariables', 1, 'Name'],
  })]);
});

test('one in the action is, too', () => {
  const found = findingsAfter(built(VALID, action => { action.Configuration.EnvironmentVariables = '[{"name":"TAG","value":"a"},{"name":"CODEBUILD_BRANCH","value":"main"}]'; }));
  expect(found).toEqual([expect.objectContaining({
    id: 'conveyor:reserved-variable', message: 'The action sets the variable "CODEBUILD_BRANCH".', path: [...ACTION, 'Configuration', 'EnvironmentVariables'],
  })]);
});

test('a name that is not known is none', () => {
  expect(idsAfter(built(VALID, (action, template) => {
    action.Configuration.EnvironmentVariables = { 'Fn::Sub': '[{"name":"${Given}CODEBUILD_TAG","value":"a"}]' };
    template.Resources.Project.Properties.Environment.EnvironmentVariables = [{ Name: { 'Fn::Sub': '${Given}CODEBUILD_TAG' }, Value: 'a' }];
  }))).toEqual([]);
});

test('other names are none', () => {
  expect(idsAfter(built({ ...VALID, env: { variables: { TAG: 'a', MY_CODEBUILD_TAG: 'b' } } }))).toEqual([]);
});
