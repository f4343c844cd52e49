import { actionIn, findingsAfter, type Json } from '../fixture';
import { AT, built, findingsWithYaml, VALID } from './build';

const exporting = (names: Json) => ({ ...VALID, env: { 'exported-variables': names } });
const asking = (text: string, buildspec: Json) => (pipeline: Json, template: Json) => {
  built(buildspec)(pipeline, template);
  actionIn(pipeline, 'Approve/Ask').Configuration.CustomData = text;
};
const found = (change: (pipeline: Json, template: Json) => void) => findingsAfter(change).filter(({ id }) => id === 'conveyor:buildspec-exported');

test('a variable that the build does not export is found where it is used', () => {
  expect(found(asking('Image #{Compile.IMAGE_TAG} of #{Compile.IMAGE}', exporting(['IMAGE_TAGS', 'IMAGE'])))).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Approve/Ask',
    message: '#{Compile.IMAGE_TAG} is used, and the build does not export "IMAGE_TAG".',
    mend: 'Did you mean "IMAGE_TAGS"?',
    path: ['Resources', 'Pipeline', 'Properties', 'Stages', 2, 'Actions', 0, 'Configuration', 'CustomData'],
  })]);
});

test('a build that exports nothing has no variable', () => {
  expect(found(asking('#{Compile.TAG}', VALID))).toHaveLength(1);
  expect(found(asking('#{Compile.TAG}', { ...VALID, env: { shell: 'bash' } }))).toHaveLength(1);
});

test('rules of conditions use variables, too', () => {
  const [one] = found((pipeline, template) => {
    built(VALID)(pipeline, template);
    pipeline.Stages[3].BeforeEntry = { Conditions: [{ Result: 'FAIL', Rules: [{ Name: 'Tag', RuleTypeId: { Category: 'Rule', Provider: 'VariableCheck' }, Configuration: { Variable: '#{Compile.TAG}', Value: 'a', Operator: 'EQ' } }] }] };
  });
  expect(one).toMatchObject({ part: 'Production', message: '#{Compile.TAG} is used, and the build does not export "TAG".' });
});

test.each<[string, Json, string]>([
  ['AWS\'s own', ['AWS_REGION'], 'The buildspec exports "AWS_REGION".'],
  ['what names no variable', ['$TAG'], 'The buildspec exports "$TAG", which names no variable.'],
])('the export of %s is found', (_, names, message) => {
  expect(found(built(exporting(names)))).toEqual([expect.objectContaining({ severity: 'error', message, path: AT })]);
});

test('the export of a project\'s secret is found', () => {
  const change = built(exporting(['TOKEN', 'TAG']), (_, template) => {
    template.Resources.Project.Properties.Environment = { EnvironmentVariables: [{ Name: 'TOKEN', Type: 'SECRETS_MANAGER', Value: 'token' }, { Name: 'TAG', Value: 'a' }] };
  });
  expect(found(change).map(({ message }) => message)).toEqual(['The buildspec exports "TOKEN", a secret of its project.']);
});

test.each<[string, string, Json]>([
  ['one that is exported', '#{Compile.TAG}', exporting(['TAG'])],
  ['one of another action', '#{Shop.CommitId}', VALID],
  ['one of an unknown name', '#{Compile.${Given}}', exporting(['TAG'])],
  ['one of a build whose buildspec is a file', '#{Compile.TAG}', 'buildspec.yml'],
  ['one of a build whose exports are not all known', '#{Compile.TAG}', { 'Fn::Sub': JSON.stringify(exporting(['A', '${Given}'])) }],
  ['one of a build whose environment is not known', '#{Compile.TAG}', { 'Fn::Sub': JSON.stringify({ ...VALID, env: '${Given}' }) }],
])('the use of %s is not', (_, text, buildspec) => {
  expect(found((pipeline, template) => {
    asking(text, buildspec)(pipeline, template);
    if (text.includes('${')) actionIn(pipeline, 'Approve/Ask').Configuration.CustomData = { 'Fn::Sub': text };
  })).toEqual([]);
});

test('in YAML, a variable that is not exported is found', () => {
  const yaml = 'version: 0.2\nenv:\n  exported-variables:\n    - IMAGE\nphases:\n  build:\n    commands: [a]\nartifacts:\n  files: "**/*"\n';
  expect(findingsWithYaml(asking('#{Compile.TAG} #{Compile.IMAGE}', yaml)).map(({ message }) => message)).toEqual(['#{Compile.TAG} is used, and the build does not export "TAG".']);
});
