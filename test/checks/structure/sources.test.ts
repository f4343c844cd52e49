import { FIRST_STAGE_SOURCE } from '../../../src/checks/structure/first-stage-source';
import { SOURCE_ELSEWHERE } from '../../../src/checks/structure/source-elsewhere';
import { actionIn, type Json, stageIn } from '../fixture';
import { foundBy } from '../found-by';

const found = (change: (pipeline: Json, template: Json) => void) => [FIRST_STAGE_SOURCE, SOURCE_ELSEWHERE].flatMap(check => foundBy(check, change));

const build = (pipeline: Json) => ({ ...actionIn(pipeline, 'Build/Compile'), Name: 'Early', OutputArtifacts: [], Namespace: 'Early' });
const source = (pipeline: Json) => ({ ...actionIn(pipeline, 'Source/Shop'), Name: 'Docs', OutputArtifacts: [{ Name: 'Docs' }], Namespace: 'Docs' });

test('an action of the first stage that is no source is found', () => {
  expect(found(pipeline => stageIn(pipeline, 'Source').Actions.push({ ...build(pipeline), RunOrder: 2 }))).toEqual([expect.objectContaining({
    id: 'conveyor:first-stage-source',
    part: 'Source/Early',
    message: 'An action of the first stage is of the category Build.',
    path: ['Resources', 'Pipeline', 'Properties', 'Stages', 0, 'Actions', 1, 'ActionTypeId', 'Category'],
  })]);
});

test('a source in a later stage is found', () => {
  expect(found(pipeline => stageIn(pipeline, 'Build').Actions.push(source(pipeline)))).toEqual([expect.objectContaining({
    id: 'conveyor:source-elsewhere', part: 'Build/Docs', message: 'A source action stands in stage 2.',
  })]);
});

test('several sources in the first stage are well', () => {
  expect(found(pipeline => stageIn(pipeline, 'Source').Actions.push(source(pipeline)))).toEqual([]);
});

test('nothing is said of a stage before which an unknown one may stand', () => {
  expect(found(pipeline => { pipeline.Stages[0] = { 'Fn::Transform': { Name: 'AWS::Include' } }; })).toEqual([]);
});

test('nothing is said of a category that is unknown', () => {
  expect(found((pipeline, template) => {
    template.Parameters = { Category: { Type: 'String', Default: 'Build' } };
    actionIn(pipeline, 'Source/Shop').ActionTypeId.Category = { Ref: 'Category' };
  })).toEqual([]);
});
