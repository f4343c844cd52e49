import { many, Mutation } from './subject';

export const COMMAND_MUTATIONS: readonly Mutation[] = [
  { rule: 'conveyor:commands-missing', what: 'no command', mutate: subject => { subject.commands({ Commands: subject.choices.pick([undefined, []]) }); } },
  { rule: 'conveyor:commands-missing', what: 'a rule without commands', mutate: subject => { subject.rule('Commands'); } },
  { rule: 'conveyor:commands-count', what: '51 commands', mutate: subject => { subject.commands({ Commands: many(51, at => `echo ${at}`) }); } },
  {
    rule: 'conveyor:command-form',
    what: 'two lines, too many characters, none, or an object',
    mutate: subject => { subject.commands({ Commands: ['make', subject.choices.pick(['a\nb', 'x'.repeat(1001), '', { echo: 'a' }])] }); },
  },
  {
    rule: 'conveyor:commands-elsewhere',
    what: 'commands of a build',
    mutate: subject => { subject.build(subject.choices.pick([{ Commands: ['make'] }, { OutputVariables: ['A'] }])); },
  },
  { rule: 'conveyor:commands-elsewhere', what: 'commands of a rule that runs none', mutate: subject => { subject.variableRule(); subject.rule('CodeBuild', { Configuration: { ProjectName: 'shop' }, Commands: ['make'] }); } },
  { rule: 'conveyor:commands-network', what: 'a network without subnets', mutate: subject => { subject.commands({ Configuration: { VpcId: 'vpc-0a1b2c3d' } }); } },
  {
    rule: 'conveyor:commands-place',
    what: 'a role of another account',
    mutate: subject => {
      subject.pipeline.RoleArn = 'arn:aws:iam::111111111111:role/pipeline';
      subject.commands({ RoleArn: 'arn:aws:iam::999999999999:role/commands' });
    },
  },
  {
    rule: 'conveyor:output-variables',
    what: 'too many variables, too long ones, or one twice',
    mutate: subject => { subject.commands({ OutputVariables: subject.choices.pick([many(16, at => `A${at}`), ['A', 'A'], ['x'.repeat(129)], []]) }); },
  },
  {
    rule: 'conveyor:environment-variables',
    what: 'too many variables, or one that there may not be',
    mutate: subject => {
      const Value = 'x';
      const EnvironmentVariables = subject.choices.pick<object[]>([
        many(11, at => ({ Name: `A${at}`, Value })), [{ Name: 'a-b', Value }], [{ Name: 'A', Value: '' }], [{ Name: 'A', Value: 'x'.repeat(2001) }],
        [{ Name: 'A', Value, Type: 'PARAMETER_STORE' }], [{ Name: 'A', Value }, { Name: 'A', Value: 'y' }],
      ]);
      subject.commands({ EnvironmentVariables });
    },
  },
];
