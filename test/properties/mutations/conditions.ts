import { many, Mutation } from './subject';

const ALARM = { Configuration: { AlarmName: 'errors' } };

export const CONDITION_MUTATIONS: readonly Mutation[] = [
  {
    rule: 'conveyor:condition-count',
    what: 'two conditions, or none',
    mutate: subject => {
      const condition = subject.conditionOf(subject.variableRule());
      for (const { BeforeEntry } of subject.stages) {
        if (BeforeEntry?.Conditions.includes(condition)) BeforeEntry.Conditions = subject.choices.pick([[condition, structuredClone(condition)], []]);
      }
    },
  },
  {
    rule: 'conveyor:condition-result',
    what: 'a result that is not possible there',
    mutate: subject => { subject.conditionOf(subject.variableRule()).Result = subject.choices.pick(['ROLLBACK', 'RETRY', 'fail', 'STOP']); },
  },
  {
    rule: 'conveyor:condition-result',
    what: 'a failure that is skipped',
    mutate: subject => { subject.laterStage().OnFailure = { Result: subject.choices.pick(['SKIP', 'FAIL', 'Rollback']) }; },
  },
  {
    rule: 'conveyor:skip-not-possible',
    what: 'a rule that cannot skip',
    mutate: subject => { subject.conditionOf(subject.rule('CloudWatchAlarm', ALARM)).Result = 'SKIP'; },
  },
  {
    rule: 'conveyor:retry-with-conditions',
    what: 'a retry by a condition',
    mutate: subject => {
      const condition = subject.conditionOf(subject.variableRule());
      subject.laterStage().OnFailure = { Result: 'RETRY', RetryConfiguration: { RetryMode: 'FAILED_ACTIONS' }, Conditions: [{ ...structuredClone(condition), Result: 'ROLLBACK' }] };
    },
  },
  {
    rule: 'conveyor:retry-with-conditions',
    what: 'a mode of a retry that is not asked for',
    mutate: subject => { subject.laterStage().OnFailure = { Result: 'ROLLBACK', RetryConfiguration: { RetryMode: 'FAILED_ACTIONS' } }; },
  },
  {
    rule: 'conveyor:retry-mode',
    what: 'a mode of a retry that there is not',
    mutate: subject => { subject.laterStage().OnFailure = { Result: 'RETRY', RetryConfiguration: { RetryMode: subject.choices.pick(['ALL', 'failed_actions']) } }; },
  },
  {
    rule: 'conveyor:rollback-parallel',
    what: 'a rollback among parallel executions',
    mutate: subject => {
      subject.pipeline.ExecutionMode = 'PARALLEL';
      subject.laterStage().OnFailure = { Result: 'ROLLBACK' };
    },
  },
  { rule: 'conveyor:rollback-source', what: 'a rollback of the sources', mutate: ({ stages }) => { stages[0].OnFailure = { Result: 'ROLLBACK' }; } },
  {
    rule: 'conveyor:rule-count',
    what: 'six rules, or none',
    mutate: subject => {
      const rule = subject.variableRule();
      subject.conditionOf(rule).Rules = subject.choices.pick([many(6, at => ({ ...structuredClone(rule), Name: `Rule${at}` })), []]);
    },
  },
  {
    rule: 'conveyor:rule-name',
    what: 'a name that no rule may have',
    mutate: subject => { subject.variableRule(); subject.rule('CloudWatchAlarm', { ...ALARM, Name: subject.choices.pick(['a b', '', 'x'.repeat(101)]) }); },
  },
  {
    rule: 'conveyor:rule-name',
    what: 'two rules of one name',
    mutate: subject => {
      const rule = subject.variableRule();
      subject.conditionOf(rule).Rules.push({ ...structuredClone(rule), Configuration: { ...rule.Configuration, Value: 'y' } });
    },
  },
  {
    rule: 'conveyor:rule-provider-unknown',
    what: 'a kind of rule that there is not',
    mutate: subject => {
      const rule = subject.variableRule();
      Object.assign(rule.RuleTypeId, subject.choices.pick([{ Provider: 'Variable' }, { Owner: 'Custom' }, { Category: 'Test' }, { Version: '2' }]));
    },
  },
  {
    rule: 'conveyor:rule-configuration',
    what: 'a key too few, another one, or a value that it does not take',
    mutate: subject => { Object.assign(subject.variableRule().Configuration, subject.choices.pick([{ Value: undefined }, { Valeu: 'x' }, { Operator: 'LIKE' }])); },
  },
  { rule: 'conveyor:rule-pattern', what: 'a pattern that ends in the middle', mutate: subject => { subject.variableRule({ Operator: 'MATCHES', Value: subject.choices.pick(['(a', '[a', '*', 'a\\']) }); } },
  {
    rule: 'conveyor:window',
    what: 'times that there are not',
    mutate: subject => {
      subject.rule('DeploymentWindow', {
        Configuration: subject.choices.pick<object>([{ Cron: '0 9-17 * * *' }, { Cron: '0 0 25 ? * MON *' }, { Cron: '0 0 9-17 ? * MON-FRI *', TimeZone: 'Europe/Atlantis' }]),
      });
    },
  },
];
