import { findingsAfter, idsAfter, type Json } from '../fixture';
import { NONE, withProject } from './project';

const batch = (enabled: Json, config?: Json) => withProject({ BuildBatchConfig: config }, (_, pipeline) => {
  pipeline.Stages[1].Actions[0].Configuration.BatchEnabled = enabled;
});
const ROLE = { ServiceRole: 'arn:aws:iam::111111111111:role/batch' };

test.each<[Json, Json]>([['true', undefined], [true, undefined], ['true', NONE]])('BatchEnabled: %j is found beside a project with the batch configuration %j', (enabled, config) => {
  const found = findingsAfter(batch(enabled, config)).filter(({ id }) => id === 'conveyor:project-batch');
  expect(found).toEqual([expect.objectContaining({
    id: 'conveyor:project-batch',
    severity: 'warning',
    part: 'Build/Compile',
    message: 'The action starts a batch, and its project "Project" has no BuildBatchConfig.',
    path: ['Resources', 'Pipeline', 'Properties', 'Stages', 1, 'Actions', 0, 'Configuration', 'BatchEnabled'],
  })]);
});

test.each<[Json, Json]>([['true', ROLE], ['true', { Ref: 'Given' }], ['false', undefined], [{ Ref: 'Given' }, undefined]])(
  'BatchEnabled: %j is not, beside the batch configuration %j', (enabled, config) => {
    expect(idsAfter(batch(enabled, config))).not.toContain('project-batch');
  });

test('a project that is not in the template is not', () => {
  expect(idsAfter((pipeline: Json) => { pipeline.Stages[1].Actions[0].Configuration.BatchEnabled = 'true'; })).not.toContain('project-batch');
});

test('a batch configuration that a condition leaves out is not', () => {
  expect(idsAfter((pipeline, template) => {
    batch('true', { 'Fn::If': ['IsGiven', ROLE, NONE] })(pipeline, template);
    template.Conditions = { IsGiven: { 'Fn::Equals': [{ Ref: 'Given' }, 'Nonsense'] } };
  })).not.toContain('project-batch');
});
