import { built, VALID } from '../buildspec/build';
import { findingsAfter, idsAfter, type Json } from '../fixture';

const types = (source: Json, artifacts: Json) => built(VALID, (_, template) => {
  const Source = { Type: source, BuildSpec: JSON.stringify(VALID) };
  Object.assign(template.Resources.Project.Properties, { Source, Artifacts: { Type: artifacts } });
});

test.each([['GITHUB', 'CODEPIPELINE', 'Source'], ['NO_SOURCE', 'CODEPIPELINE', 'Source'], ['CODEPIPELINE', 'NO_ARTIFACTS', 'Artifacts'], ['CODEPIPELINE', 'S3', 'Artifacts']])(
  'a source of %s with artifacts of %s is found', (source, artifacts, key) => {
    expect(findingsAfter(types(source, artifacts))).toEqual([expect.objectContaining({
      id: 'conveyor:project-source',
      severity: 'error',
      message: `The source of the project is of the type "${source}", its artifacts are of "${artifacts}".`,
      path: ['Resources', 'Project', 'Properties', key, 'Type'],
    })]);
  });

test.each<[Json, Json]>([['CODEPIPELINE', 'CODEPIPELINE'], ['GITHUB', 'NO_ARTIFACTS'], [{ Ref: 'Given' }, 'CODEPIPELINE'], ['CODEPIPELINE', { Ref: 'Given' }]])(
  'a source of %j with artifacts of %j is not', (source, artifacts) => {
    expect(idsAfter(types(source, artifacts))).toEqual([]);
  });

test('a project of another region is another project', () => {
  expect(idsAfter((pipeline, template) => {
    types('GITHUB', 'CODEPIPELINE')(pipeline, template);
    pipeline.Stages[1].Actions[0].Region = 'ap-south-1';
  })).not.toContain('project-source');
});
