import { many, Mutation, Subject } from './subject';

const asked = (CustomData: string) => (subject: Subject) => { subject.approval({ Configuration: { CustomData } }); };

export const VARIABLE_MUTATIONS: readonly Mutation[] = [
  { rule: 'conveyor:variable-count', what: '51 variables', mutate: ({ pipeline }) => { pipeline.Variables = many(51, at => ({ Name: `More${at}` })); } },
  {
    rule: 'conveyor:variable-name',
    what: 'a name that no variable may have, or two with one name',
    mutate: ({ pipeline, choices }) => {
      pipeline.Variables = [...(pipeline.Variables ?? []), ...choices.pick([[{ Name: 'a b' }], [{ Name: 'x'.repeat(129) }], [{ DefaultValue: 'x' }], [{ Name: 'Same' }, { Name: 'Same' }]])];
    },
  },
  {
    rule: 'conveyor:variable-value',
    what: 'a default or a description that is too long, or empty',
    mutate: ({ pipeline, choices }) => {
      const more = choices.pick([{ DefaultValue: '' }, { DefaultValue: 'x'.repeat(1001) }, { Description: 'x'.repeat(201) }]);
      pipeline.Variables = [...(pipeline.Variables ?? []), { Name: 'Added', ...more }];
    },
  },
  {
    rule: 'conveyor:variable-in-source',
    what: 'a variable of the pipeline in a source',
    mutate: ({ pipeline, actions: [{ Configuration }] }) => {
      const [key] = Object.keys(Configuration ?? {});
      if (!key) return false;
      pipeline.Variables = [...(pipeline.Variables ?? []), { Name: 'Added' }];
      Configuration[key] = '#{variables.Added}';
      return true;
    },
  },
  {
    rule: 'conveyor:namespace-not-allowed',
    what: 'a namespace that there may not be',
    mutate: subject => { subject.action().Namespace = subject.choices.pick(['a.b', 'a b', '', 'x'.repeat(101)]); },
  },
  {
    rule: 'conveyor:namespace-twice',
    what: 'two actions of one namespace',
    mutate: subject => {
      subject.action().Namespace = 'Same';
      subject.approval({ Namespace: 'Same' });
    },
  },
  {
    rule: 'conveyor:namespace-reserved',
    what: 'a namespace of CodePipeline\'s own',
    mutate: subject => { subject.action().Namespace = subject.choices.pick(['codepipeline', 'variables']); },
  },
  { rule: 'conveyor:namespace-is-artifact', what: 'a namespace with the name of an artifact', mutate: subject => { subject.action().Namespace = subject.sourceArtifact; } },
  { rule: 'conveyor:reference-unknown', what: 'a namespace that nobody has', mutate: asked('#{Nowhere.Key}') },
  { rule: 'conveyor:reference-unknown', what: 'what an execution does not tell', mutate: asked('for #{codepipeline.Started}') },
  { rule: 'conveyor:reference-unknown', what: 'a variable that is not declared', mutate: asked('for #{variables.Undeclared}') },
  {
    rule: 'conveyor:reference-too-early',
    what: 'what the action itself gives',
    mutate: subject => { subject.build({ Namespace: 'Mine', Configuration: { ProjectName: '#{Mine.VERSION}' } }); },
  },
  {
    rule: 'conveyor:reference-too-early',
    what: 'what a later action gives',
    mutate: subject => {
      subject.variableRule({ Variable: '#{Late.VERSION}' });
      subject.build({ Namespace: 'Late' });
    },
  },
  { rule: 'conveyor:reference-malformed', what: 'blanks in a reference', mutate: asked('#{ codepipeline.PipelineExecutionId }') },
];
