import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { EntryResult, Rule, StageOptions, SuccessResult } from '../../src';
import { buildOf, HOME, PARALLEL, pipelineIn, refusalOf, siteIn, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const alarmIn = (stack: Stack) => cloudwatch.Alarm.fromAlarmArn(stack, 'Alarm', 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:errors');
const functionIn = (stack: Stack) => lambda.Function.fromFunctionAttributes(stack, 'Function', {
  functionArn: 'arn:aws:lambda:eu-west-1:111111111111:function:judge', sameEnvironment: true,
});
const window = Rule.deploymentWindow({ cron: '0 0 9-17 ? * MON-FRI *', timeZone: 'Europe/Berlin' });

function withOptions(options: (stack: Stack) => StageOptions): Rendered {
  const stack = stackIn(HOME);
  pipelineIn(stack).addEnvironment('Production', { deploy: [siteIn(stack)], ...options(stack) });
  return Rendered.of(stack);
}

test('entry rules are one condition, and fail the stage unless told otherwise', () => {
  const { BeforeEntry } = withOptions(() => ({ entry: [window] })).stage('Production');
  expect(BeforeEntry).toEqual({
    Conditions: [{
      Result: 'FAIL',
      Rules: [{
        Name: 'DeploymentWindow',
        RuleTypeId: { Category: 'Rule', Owner: 'AWS', Provider: 'DeploymentWindow', Version: '1' },
        Configuration: { Cron: '0 0 9-17 ? * MON-FRI *', TimeZone: 'Europe/Berlin' },
      }],
    }],
  });
});

test('a rule that asks nobody has no role; an alarm\'s role may look at that alarm and nothing else', () => {
  const rendered = withOptions(stack => ({ success: [Rule.alarm({ alarm: alarmIn(stack), wait: Duration.minutes(10) })] }));
  const [rule] = rendered.stage('Production').OnSuccess.Conditions[0].Rules;
  expect(rule.Configuration).toEqual({ AlarmName: 'errors', WaitTime: '10' });
  expect(rendered.role(rule.RoleArn).Policies[0].PolicyDocument.Statement).toEqual([
    { Effect: 'Allow', Action: 'cloudwatch:DescribeAlarms', Resource: 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:errors' },
  ]);
});

test('where the stage rolls back on failure, it rolls back when its success rules do not hold', () => {
  expect(withOptions(() => ({ success: [window] })).stage('Production').OnSuccess.Conditions[0].Result).toBe('ROLLBACK');
  expect(withOptions(() => ({ success: [window], rollback: false })).stage('Production').OnSuccess.Conditions[0].Result).toBe('FAIL');
  expect(withOptions(() => ({ success: [window], successResult: SuccessResult.FAIL })).stage('Production').OnSuccess.Conditions[0].Result).toBe('FAIL');
});

test('functions and variables may skip a stage', () => {
  const { BeforeEntry } = withOptions(stack => ({
    entry: [Rule.lambda({ function: functionIn(stack) }), Rule.variable({ variable: '#{codepipeline.PipelineExecutionId}', value: 'no' })],
    entryResult: EntryResult.SKIP,
  })).stage('Production');
  expect(BeforeEntry.Conditions[0].Result).toBe('SKIP');
  expect(BeforeEntry.Conditions[0].Rules[1].Configuration).toEqual({ Variable: '#{codepipeline.PipelineExecutionId}', Value: 'no', Operator: 'EQ' });
});

test('rules that run something read the source', () => {
  const rendered = withOptions(() => ({ entry: [Rule.commands({ commands: ['./may-deploy.sh'] })] }));
  const [rule] = rendered.stage('Production').BeforeEntry.Conditions[0].Rules;
  expect(rule).toMatchObject({ Commands: ['./may-deploy.sh'], InputArtifacts: [{ Name: 'Source' }] });
  expect(JSON.stringify(rendered.role(rule.RoleArn))).toContain('s3:GetObject');
});

test('failure rules stand in a condition that rolls back', () => {
  const { OnFailure } = withOptions(() => ({ failure: [window] })).stage('Production');
  expect(OnFailure.Result).toBeUndefined();
  expect(OnFailure.Conditions[0].Result).toBe('ROLLBACK');
});

test('a closed stage says why', () => {
  expect(withOptions(() => ({ closed: 'Frozen until January.' })).pipeline.DisableInboundStageTransitions)
    .toEqual([{ Reason: 'Frozen until January.', StageName: 'Production' }]);
});

describe('refused is', () => {
  test.each<[string, StageOptions, string]>([
    ['an alarm or a window that skips', { entry: [window], entryResult: EntryResult.SKIP }, 'Only rules of functions and variables may skip'],
    ['no rule at all', { entry: [] }, '1 to 5'],
    ['more than five rules', { entry: Array.from({ length: 6 }, (_, n) => Rule.variable({ name: `V${n}`, variable: 'a', value: 'b' })) }, '1 to 5'],
    ['two rules of one name', { entry: [window, window] }, 'Two rules are named "DeploymentWindow"'],
    ['rules for a failure together with a retry', { failure: [window], retry: true }, 'keep `failure` or `retry`'],
    ['rollback together with a retry', { rollback: true, retry: true }, 'keep `rollback` or `retry`'],
    ['a reason with a semicolon', { closed: 'no; never' }, 'Use 1 to 300'],
  ])('%s', (_, options, mend) => {
    const message = refusalOf(() => withOptions(() => options));
    expect(message).toContain(mend);
    expect(message).toContain('Shop/Web');
  });

  test('a window of five fields', () => {
    expect(refusalOf(() => Rule.deploymentWindow({ cron: '0 9 * * MON' }))).toContain('has 5 fields');
  });

  test('a rollback of any kind in parallel mode', () => {
    const pipeline = pipelineIn(stackIn(), { executionMode: PARALLEL });
    expect(refusalOf(() => pipeline.addStage('A', { steps: [buildOf()], failure: [window] }))).toContain('have no rollback');
    expect(refusalOf(() => pipeline.addStage('B', { steps: [buildOf()], success: [window], successResult: SuccessResult.ROLLBACK }))).toContain('have no rollback');
  });
});
