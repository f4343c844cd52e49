import { Json, many, Mutation, Subject } from './subject';

const document = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const trust = (service: string) => document({ Effect: 'Allow', Principal: { Service: `${service}.amazonaws.com` }, Action: 'sts:AssumeRole' });
const allow = (Action: unknown) => document({ Effect: 'Allow', Action, Resource: '*' });

/** A role of the template, which may do everything. */
function roleIn({ template }: Subject, more: object = {}): Json {
  template.Resources.AddedRole = {
    Type: 'AWS::IAM::Role',
    Properties: { AssumeRolePolicyDocument: trust('codepipeline'), Policies: [{ PolicyName: 'All', PolicyDocument: allow('*') }], ...more },
  };
  return { 'Fn::GetAtt': ['AddedRole', 'Arn'] };
}

const CALLS: Readonly<Record<string, object>> = {
  'Build/CodeBuild': { ProjectName: 'shop' },
  'Invoke/Lambda': { FunctionName: 'shop' },
  'Invoke/StepFunctions': { StateMachineArn: 'arn:aws:states:eu-west-1:111111111111:stateMachine:shop' },
  'Deploy/CodeDeploy': { ApplicationName: 'shop', DeploymentGroupName: 'live' },
};

export const ROLE_MUTATIONS: readonly Mutation[] = [
  {
    rule: 'conveyor:role-lacks-permission',
    what: 'a role that may do something else',
    mutate: subject => {
      const type = subject.choices.pick(Object.keys(CALLS));
      const policy = subject.choices.pick([allow(['s3:*', 'logs:*']), allow('codebuild:Stop*')]);
      subject.added(type, { Configuration: CALLS[type], RoleArn: roleIn(subject, { Policies: [{ PolicyName: 'All', PolicyDocument: policy }] }) });
    },
  },
  {
    rule: 'conveyor:role-not-trusting',
    what: 'a pipeline with the role of a build',
    mutate: subject => { subject.pipeline.RoleArn = roleIn(subject, { AssumeRolePolicyDocument: trust(subject.choices.pick(['codebuild', 'lambda'])) }); },
  },
  {
    rule: 'conveyor:role-not-trusting',
    what: 'a build with the role of a pipeline',
    mutate: subject => { subject.project({ version: 0.2, phases: { build: { commands: ['make'] } } }).ServiceRole = roleIn(subject); },
  },
  {
    rule: 'conveyor:role-policy-size',
    what: 'policies that are too large',
    mutate: subject => {
      const large = allow(many(800, at => `service:Action${at}`));
      subject.choices.pick([
        () => roleIn(subject, { Policies: [{ PolicyName: 'Large', PolicyDocument: large }] }),
        () => { subject.template.Resources.AddedPolicy = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: large } }; },
      ])();
    },
  },
  {
    rule: 'conveyor:role-policy-count',
    what: 'more managed policies than a role may have',
    mutate: subject => { roleIn(subject, { ManagedPolicyArns: many(26, at => `arn:aws:iam::aws:policy/Policy${at}`) }); },
  },
];
