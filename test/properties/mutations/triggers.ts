import { many, Mutation, Subject } from './subject';

/** Filters of a trigger, where there is a source that has one. */
const filtered = (filters: (subject: Subject) => object[]): Mutation['mutate'] => subject => {
  const trigger = subject.trigger();
  if (!trigger) return false;
  trigger.GitConfiguration.Push = filters(subject);
  return true;
};

/** A rule that starts the pipeline. */
function scheduled({ template, logicalId }: Subject, ScheduleExpression: string, more: object = {}): void {
  const Arn = { 'Fn::Sub': `arn:\${AWS::Partition}:codepipeline:\${AWS::Region}:\${AWS::AccountId}:\${${logicalId}}` };
  template.Resources.AddedRule = { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression, Targets: [{ Id: 'Pipeline', Arn, ...more }] } };
}

export const TRIGGER_MUTATIONS: readonly Mutation[] = [
  { rule: 'conveyor:trigger-count', what: '51 triggers', mutate: subject => { subject.pipeline.Triggers = many(51, at => ({ ProviderType: 'CodeStarSourceConnection', GitConfiguration: { SourceActionName: `Source${at}` } })); } },
  {
    rule: 'conveyor:trigger-source',
    what: 'a source that there is not, or a trigger of another kind',
    mutate: subject => {
      subject.pipeline.Triggers = [{
        ProviderType: subject.choices.pick(['CodeStarSourceConnection', 'GitHub']), GitConfiguration: { SourceActionName: 'Nowhere', Push: [{ Tags: { Includes: ['v*'] } }] },
      }];
    },
  },
  {
    rule: 'conveyor:trigger-source',
    what: 'two triggers of a source',
    mutate: subject => {
      const trigger = subject.trigger();
      if (!trigger) return false;
      subject.pipeline.Triggers.push({ ...structuredClone(trigger), GitConfiguration: { ...trigger.GitConfiguration, Push: [{ Tags: { Includes: ['v*'] } }] } });
      return true;
    },
  },
  {
    rule: 'conveyor:trigger-filter',
    what: 'tags and branches, nothing, or four filters',
    mutate: filtered(({ choices }) => choices.pick<object[]>([
      [{ Tags: { Includes: ['v*'] }, Branches: { Includes: ['main'] } }], [{}], many(4, at => ({ Branches: { Includes: [`release/${at}`] } })),
    ])),
  },
  {
    rule: 'conveyor:trigger-pattern',
    what: 'nine patterns, none, or one that is too long',
    mutate: filtered(({ choices }) => [{ Branches: { [choices.pick(['Includes', 'Excludes'])]: choices.pick([many(9, at => `release/${at}`), [], ['x'.repeat(256)], ['']]) } }]),
  },
  { rule: 'conveyor:trigger-size', what: 'more than 200 KB', mutate: filtered(() => [{ Branches: { Includes: many(1000, at => `${at}${'x'.repeat(250)}`) } }]) },
  {
    rule: 'conveyor:schedule',
    what: 'times that there are not',
    mutate: subject => scheduled(subject, subject.choices.pick(['cron(0 2 * * *)', 'rate(1 hours)', 'rate(0 days)', 'every day', 'cron(61 2 * * ? *)']), { RoleArn: 'arn:aws:iam::111111111111:role/start' }),
  },
  {
    rule: 'conveyor:starter-target',
    what: 'a rule that names the pipeline',
    mutate: ({ template, logicalId }) => {
      template.Resources.AddedRule = { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'Pipeline', Arn: { Ref: logicalId }, RoleArn: 'arn:aws:iam::111111111111:role/start' }] } };
    },
  },
  {
    rule: 'conveyor:starter-pattern',
    what: 'a value that is no list',
    mutate: subject => {
      scheduled(subject, 'rate(1 day)', { RoleArn: 'arn:aws:iam::111111111111:role/start' });
      subject.template.Resources.AddedRule.Properties.EventPattern = subject.choices.pick([{ source: 'aws.s3' }, { source: [], detail: { event: ['x'] } }]);
    },
  },
  {
    rule: 'conveyor:webhook',
    what: 'a webhook of an action that there is not, or without a token',
    mutate: ({ template, logicalId, actions, choices }) => {
      const Properties = {
        Authentication: 'GITHUB_HMAC',
        AuthenticationConfiguration: { SecretToken: '{{resolve:secretsmanager:hook}}' },
        Filters: [{ JsonPath: '$.ref' }],
        TargetPipeline: { Ref: logicalId },
        TargetAction: actions[0].Name,
        TargetPipelineVersion: 1,
      };
      template.Resources.AddedHook = {
        Type: 'AWS::CodePipeline::Webhook',
        Properties: { ...Properties, ...choices.pick<object>([{ TargetAction: 'Nowhere' }, { AuthenticationConfiguration: {} }, { Authentication: 'TOKEN' }, { Filters: [] }]) },
      };
    },
  },
  {
    rule: 'conveyor:notification',
    what: 'an event that there is not, or the name of the pipeline',
    mutate: ({ template, logicalId, choices }) => {
      const Resource = { 'Fn::Sub': `arn:\${AWS::Partition}:codepipeline:\${AWS::Region}:\${AWS::AccountId}:\${${logicalId}}` };
      const told = { Name: 'added', DetailType: 'FULL', EventTypeIds: ['codepipeline-pipeline-pipeline-execution-failed'], Resource, Targets: [] };
      template.Resources.AddedNotification = {
        Type: 'AWS::CodeStarNotifications::NotificationRule',
        Properties: { ...told, ...choices.pick<object>([{ EventTypeIds: ['pipeline-failed'] }, { DetailType: 'ALL' }, { Resource: { Ref: logicalId } }]) },
      };
    },
  },
  {
    rule: 'conveyor:event-never',
    what: 'a rule for an event that never comes',
    mutate: ({ template, choices }) => {
      const pattern = choices.pick<object>([{ 'detail-type': ['CodePipeline Pipeline State Change'] }, { detail: { state: ['SUCCESS'] } }]);
      template.Resources.AddedRule = { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['aws.codepipeline'], ...pattern } } };
    },
  },
  { rule: 'conveyor:starter-role', what: 'a rule without a role', mutate: subject => scheduled(subject, 'rate(1 day)') },
];
