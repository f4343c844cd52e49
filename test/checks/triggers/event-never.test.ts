import { EVENT_NEVER } from '../../../src/checks/triggers/event-never';
import type { Json } from '../fixture';
import { foundBy, UNKNOWN } from '../found-by';

const [PIPELINE, STAGE, ACTION] = ['Pipeline', 'Stage', 'Action'].map(what => `CodePipeline ${what} Execution State Change`);
const found = (pattern: Json) => foundBy(EVENT_NEVER, (_, template) => {
  template.Resources.Told = { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['aws.codepipeline'], ...pattern } } };
});

test.each<[Json, string, (string | number)[]]>([
  [{ 'detail-type': ['CodePipeline Pipeline State Change'] }, 'There is no "CodePipeline Pipeline State Change" among the events of the rule.', ['detail-type', 0]],
  [{ 'detail-type': [PIPELINE], 'detail': { state: ['SUCCESS'] } }, 'There is no "SUCCESS" among the events of the rule.', ['detail', 'state', 0]],
  [{ 'detail-type': [STAGE], 'detail': { state: ['SUPERSEDED'] } }, 'There is no "SUPERSEDED" among the events of the rule.', ['detail', 'state', 0]],
  [{ detail: { state: ['CANCELLED'] } }, 'There is no "CANCELLED" among the events of the rule.', ['detail', 'state', 0]],
])('%j is found', (pattern, message, path) => {
  expect(found(pattern)).toEqual([expect.objectContaining({ severity: 'error', message, path: ['Resources', 'Told', 'Properties', 'EventPattern', ...path] })]);
});

test.each<[Json]>([
  [{}],
  [{ 'detail-type': [PIPELINE, STAGE, ACTION], 'detail': { state: ['ABANDONED', 'SUPERSEDED'] } }],
  [{ detail: { state: ['FAILED', 'SUCCESS'] } }],
  [{ 'detail-type': [{ prefix: 'CodePipeline' }], 'detail': { state: [{ 'anything-but': 'STARTED' }] } }],
  [{ detail: { state: [UNKNOWN] } }],
  [{ 'source': ['aws.codebuild'], 'detail-type': ['CodeBuild Build State Change'] }],
  [{ 'source': ['aws.codepipeline', 'acme.shop'], 'detail-type': ['Order'] }],
])('%j is not', pattern => {
  expect(found(pattern)).toEqual([]);
});
