import { findingsAfter, idsAfter } from '../fixture';
import { AT, built, VALID } from './build';

test.each(['variables', 'parameter-store', 'secrets-manager'])('a name of CodeBuild\'s own in %s is a warning', kind => {
  expect(findingsAfter(built({ ...VALID, env: { [kind]: { CODEBUILD_TAG: 'a' } } }))).toEqual([expect.objectContaining({
    id: 'conveyor:reserved-variable', severity: 'warning', message: 'The buildspec sets the variable "CODEBUILD_TAG".', path: AT,
  })]);
});

test('one in the project is, too', () => {
  const found = findingsAfter(built(VALID, (_, template) => {
    template.Resources.Project.Properties.Environment = { EnvironmentVariables: [{ Name: 'TAG', Value: 'a' }, { Name: 'CODEBUILD_TAG', Value: 'a' }] };
  }));
  expect(found).toEqual([expect.objectContaining({
    id: 'conveyor:reserved-variable', path: ['Resources', 'Project', 'Properties', 'Environment', 'EnvironmentVariables', 1, 'Name'],
  })]);
});

test('other names are none', () => {
  expect(idsAfter(built({ ...VALID, env: { variables: { TAG: 'a', MY_CODEBUILD_TAG: 'b' } } }))).toEqual([]);
});
