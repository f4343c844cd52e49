import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import { DeliveryPipelineProps, GitTrigger, PullRequestEvent, Source, Trigger } from '../../src';
import { buildOf, CONNECTION, pipelineIn, refusalOf, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const rendered = (props: Partial<DeliveryPipelineProps>) => {
  const stack = stackIn();
  pipelineIn(stack, { builds: [buildOf()], ...props });
  return Rendered.of(stack);
};
const byGit = (...triggers: GitTrigger[]) => rendered({ source: Source.gitHub('acme/shop', { connectionArn: CONNECTION, triggers }) });

test('pushes and pull requests of one source are one trigger', () => {
  const { Triggers } = byGit(
    Trigger.push({ branches: ['main'], filePaths: ['services/shop/**'], excludeFilePaths: ['**/*.md'] }),
    Trigger.push({ tags: ['v*'], excludeTags: ['v*-rc'] }),
    Trigger.pullRequest({ events: [PullRequestEvent.OPENED], branches: ['main'] }),
  ).pipeline;
  expect(Triggers).toEqual([{
    ProviderType: 'CodeStarSourceConnection',
    GitConfiguration: {
      SourceActionName: 'Source',
      Push: [
        { Branches: { Includes: ['main'] }, FilePaths: { Includes: ['services/shop/**'], Excludes: ['**/*.md'] } },
        { Tags: { Includes: ['v*'], Excludes: ['v*-rc'] } },
      ],
      PullRequest: [{ Events: ['OPEN'], Branches: { Includes: ['main'] } }],
    },
  }]);
});

test('a pull request trigger that names no branch takes all of them', () => {
  expect(byGit(Trigger.pullRequest()).pipeline.Triggers[0].GitConfiguration.PullRequest[0].Branches).toEqual({ Includes: ['**'] });
});

test('times, events and other pipelines start it through one role that may start nothing else', () => {
  const stack = stackIn();
  const other = codepipeline.Pipeline.fromPipelineArn(stack, 'Other', 'arn:aws:codepipeline:eu-west-1:111111111111:libraries');
  pipelineIn(stack, {
    builds: [buildOf()],
    triggers: [
      Trigger.schedule('Nightly', events.Schedule.cron({ hour: '2', minute: '0' })),
      Trigger.event('Image', { source: ['aws.ecr'], detailType: ['ECR Image Action'] }),
      Trigger.pipeline('Libraries', other),
    ],
  });
  const all = Rendered.of(stack);
  const rules = all.all('AWS::Events::Rule');
  expect(rules.map(rule => rule.ScheduleExpression ?? rule.EventPattern)).toEqual([
    'cron(0 2 * * ? *)',
    { 'source': ['aws.ecr'], 'detail-type': ['ECR Image Action'] },
    { 'source': ['aws.codepipeline'], 'detail-type': ['CodePipeline Pipeline Execution State Change'], 'detail': { pipeline: ['libraries'], state: ['SUCCEEDED'] } },
  ]);
  expect(new Set(rules.map(rule => rule.Targets[0].RoleArn)).size).toBe(1);
  const [statement] = all.role(rules[0].Targets[0].RoleArn).Policies[0].PolicyDocument.Statement;
  expect(statement).toMatchObject({ Action: 'codepipeline:StartPipelineExecution', Effect: 'Allow' });
  expect(statement.Resource).not.toContain('*');
});

test('somebody may be let start it', () => {
  const stack = stackIn();
  const role = new iam.Role(stack, 'Starter', { assumedBy: new iam.AccountPrincipal('111111111111') });
  pipelineIn(stack, { builds: [buildOf()] }).grantStart(role);
  expect(JSON.stringify(Rendered.of(stack).all('AWS::IAM::Policy'))).toContain('codepipeline:StartPipelineExecution');
});

test('variables of the pipeline have defaults and descriptions', () => {
  const variable = new codepipeline.Variable({ variableName: 'Stage', defaultValue: 'beta', description: 'Where to' });
  expect(rendered({ variables: [variable] }).pipeline.Variables).toEqual([{ Name: 'Stage', DefaultValue: 'beta', Description: 'Where to' }]);
});

describe('refused is', () => {
  test.each<[string, () => unknown, string]>([
    ['a trigger of tags and branches', () => Trigger.push({ tags: ['v*'], branches: ['main'] }), 'Make two triggers'],
    ['a trigger that names nothing', () => Trigger.push({}), 'names nothing'],
    ['a pattern of 256 characters', () => Trigger.push({ branches: ['x'.repeat(256)] }), '1 to 255'],
    ['nine patterns', () => Trigger.push({ branches: Array.from({ length: 9 }, (_, n) => `b${n}`) }), '1 to 8'],
    ['a pattern that is there twice', () => Trigger.push({ branches: ['main', 'main'] }), 'Name it once'],
    ['a fourth trigger for pushes', () => byGit(...['a', 'b', 'c', 'd'].map(branch => Trigger.push({ branches: [branch] }))), 'at most 3'],
    ['a trigger that is there twice', () => byGit(Trigger.pullRequest(), Trigger.pullRequest()), 'Keep one of them'],
    ['two triggers of one name', () => rendered({
      triggers: [Trigger.schedule('T', events.Schedule.expression('rate(1 day)')), Trigger.event('T', { source: ['x'] })],
    }), 'named "T"'],
  ])('%s', (_, call, mend) => {
    expect(refusalOf(call)).toContain(mend);
  });
});
