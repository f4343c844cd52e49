import { actionIn, findingsIn, idsAfter, validTemplate } from './fixture';

test('a valid pipeline has no finding', () => {
  expect(findingsIn(validTemplate())).toEqual([]);
});

describe('where conditions decide', () => {
  const conditions = { IsProduction: { 'Fn::Equals': [{ Ref: 'Place' }, 'production'] } };
  const parameters = { Place: { Type: 'String', Default: 'test' } };

  test('what is wrong in one branch is found in it, whatever the default', () => {
    for (const branches of [[0, 1], [1, 0]]) {
      const ids = idsAfter((pipeline, template) => {
        Object.assign(template, { Conditions: conditions, Parameters: parameters });
        actionIn(pipeline, 'Build/Compile').RunOrder = { 'Fn::If': ['IsProduction', ...branches] };
      });
      expect(ids).toEqual(['run-order']);
    }
  });

  test('what only some deployments would make wrong is not', () => {
    const ids = idsAfter((pipeline, template) => {
      Object.assign(template, { Conditions: conditions, Parameters: parameters });
      pipeline.Stages = pipeline.Stages.map((stage: unknown, index: number) => (index === 0 ? stage : { 'Fn::If': ['IsProduction', stage, { Ref: 'AWS::NoValue' }] }));
    });
    expect(ids).toEqual([]);
  });

  test('a wrong action of a stage that is not always there is found', () => {
    const ids = idsAfter((pipeline, template) => {
      Object.assign(template, { Conditions: conditions, Parameters: parameters });
      actionIn(pipeline, 'Build/Compile').RunOrder = 0;
      pipeline.Stages[1] = { 'Fn::If': ['IsProduction', pipeline.Stages[1], { Ref: 'AWS::NoValue' }] };
    });
    expect(ids).toContain('run-order');
  });
});

test('a pipeline many times larger than CodePipeline takes is told that, and nothing else', () => {
  expect(idsAfter(pipeline => {
    pipeline.Stages = Array.from({ length: 100_000 }, () => ({}));
  })).toEqual(['stage-count']);
});
