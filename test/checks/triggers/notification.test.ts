import { NOTIFICATION } from '../../../src/checks/triggers/notification';
import type { Json } from '../fixture';
import { foundBy, saidBy } from '../found-by';

const TARGET = { TargetType: 'SNS', TargetAddress: 'arn:aws:sns:eu-west-1:111111111111:told' };
const beside = (change: Json) => (_: Json, template: Json) => {
  template.Parameters = { Given: { Type: 'String', Default: '?' } };
  template.Resources.Told = {
    Type: 'AWS::CodeStarNotifications::NotificationRule',
    Properties: {
      Name: 'told',
      DetailType: 'BASIC',
      EventTypeIds: ['codepipeline-pipeline-pipeline-execution-failed'],
      Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}' },
      Targets: [TARGET],
      ...change,
    },
  };
};

test.each<[Json, string, (string | number)[], string?]>([
  [{ EventTypeIds: ['codepipeline-pipeline-execution-failed'] }, 'A pipeline has no event "codepipeline-pipeline-execution-failed".', ['EventTypeIds', 0]],
  [{ EventTypeIds: ['codepipeline-pipeline-manual-approval-neded'] }, 'A pipeline has no event "codepipeline-pipeline-manual-approval-neded".', ['EventTypeIds', 0],
    'Did you mean codepipeline-pipeline-manual-approval-needed?'],
  [{ EventTypeIds: [] }, 'The notification rule names no event.', ['EventTypeIds']],
  [{ DetailType: 'ALL' }, 'The DetailType is "ALL".', ['DetailType']],
  [{ DetailType: undefined }, 'The notification rule has no DetailType.', []],
  [{ Targets: Array(11).fill(TARGET) }, 'The notification rule has 11 targets.', ['Targets']],
  [{ Resource: { Ref: 'Pipeline' } }, 'The notification rule has the name of the pipeline, not its ARN.', ['Resource']],
])('%j is found', (change, message, path, mend = '') => {
  expect(foundBy(NOTIFICATION, beside(change))).toEqual([expect.objectContaining({
    severity: 'error', message, path: ['Resources', 'Told', 'Properties', ...path], ...(mend && { mend }),
  })]);
});

test.each<[Json]>([
  [{}],
  [{ EventTypeIds: [{ Ref: 'Given' }], DetailType: { Ref: 'Given' } }],
  [{ EventTypeIds: ['codepipeline-pipeline-stage-execution-resumed', 'codepipeline-pipeline-manual-approval-needed'], DetailType: 'FULL' }],
  [{ Resource: 'arn:aws:codebuild:eu-west-1:111111111111:project/shop', EventTypeIds: ['codebuild-project-build-state-failed'] }],
  [{ Targets: Array(10).fill(TARGET) }],
])('%j is not', change => {
  expect(saidBy(NOTIFICATION, beside(change))).toEqual([]);
});
