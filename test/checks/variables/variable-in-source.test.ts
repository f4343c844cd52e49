import { VARIABLE_IN_SOURCE } from '../../../src/checks/variables/variable-in-source';
import { actionIn } from '../fixture';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

test('a branch that is a variable is found', () => {
  const found = foundBy(VARIABLE_IN_SOURCE, pipeline => {
    pipeline.Variables = [{ Name: 'branch', DefaultValue: 'main' }];
    actionIn(pipeline, 'Source/Shop').Configuration.BranchName = '#{variables.branch}';
  });
  expect(found).toEqual([expect.objectContaining({
    severity: 'error', part: 'Source/Shop', message: 'The source action uses #{variables.branch}.', path: pathTo('Stages', 0, 'Actions', 0, 'Configuration', 'BranchName'),
  })]);
});

test('one that only the deployment tells is not, nor a variable elsewhere', () => {
  expect(saidBy(VARIABLE_IN_SOURCE, pipeline => {
    pipeline.Variables = [{ Name: 'branch', DefaultValue: 'main' }];
    actionIn(pipeline, 'Source/Shop').Configuration.BranchName = UNKNOWN;
    actionIn(pipeline, 'Approve/Ask').Configuration.CustomData = '#{variables.branch}';
  })).toEqual([]);
});
