import { findingsAfter, idsAfter, type Json } from '../fixture';
import { ALARM, CHECK, hook, production, ROOT, rule } from './stage';

const WINDOW = rule('DeploymentWindow', { Cron: '0 0 9-17 ? * MON-FRI' });
const skipped = (...rules: Json[]) => production({ BeforeEntry: hook('SKIP', rules), OnFailure: { Result: 'ROLLBACK' } });

test.each([[ALARM], [WINDOW], [rule('CodeBuild', { ProjectName: 'judge' }, { InputArtifacts: [{ Name: 'ShopSource' }] })]])('a stage that %j skips is found', one => {
  expect(findingsAfter(skipped(CHECK, one))).toEqual([expect.objectContaining({
    id: 'conveyor:skip-not-possible',
    severity: 'error',
    message: `The stage is to be skipped by the rule "${one.Name}", of the kind ${one.Name}.`,
    path: [...ROOT, 'BeforeEntry', 'Conditions', 0, 'Rules', 1, 'RuleTypeId', 'Provider'],
  })]);
});

test.each([[CHECK], [rule('LambdaInvoke', { FunctionName: 'judge' })], [{ ...ALARM, RuleTypeId: { Category: 'Rule', Provider: { Ref: 'Given' } } }]])('one that %j skips is not', one => {
  expect(idsAfter(skipped(one))).toEqual([]);
});

test('an alarm may fail a stage, and what the result is may be unknown', () => {
  for (const result of ['FAIL', { Ref: 'Given' }]) {
    expect(idsAfter(production({ BeforeEntry: hook(result, [ALARM]), OnFailure: { Result: 'ROLLBACK' } }))).toEqual([]);
  }
});
