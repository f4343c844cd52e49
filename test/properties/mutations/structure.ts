import { many, Mutation, Subject } from './subject';

const approvals = (count: number) => many(count, at => ({
  Name: `Ask${at}`, ActionTypeId: { Category: 'Approval', Owner: 'AWS', Provider: 'Manual', Version: '1' }, RunOrder: 1,
}));
const isOfAws = ({ ActionTypeId }: { ActionTypeId: { Owner: string } }) => ActionTypeId.Owner === 'AWS';
const wrongName = ({ choices }: Subject) => choices.pick(['a b', 'ü', '', 'x'.repeat(101), 'a/b']);

export const STRUCTURE_MUTATIONS: readonly Mutation[] = [
  { rule: 'conveyor:stage-count', what: 'only the sources are left', mutate: ({ pipeline }) => { pipeline.Stages = pipeline.Stages.slice(0, 1); } },
  {
    rule: 'conveyor:stage-count',
    what: '51 stages',
    mutate: ({ stages }) => { stages.push(...many(51 - stages.length, at => ({ Name: `More${at}`, Actions: approvals(1) }))); },
  },
  { rule: 'conveyor:action-count', what: 'a stage without actions', mutate: subject => { subject.laterStage().Actions = []; } },
  { rule: 'conveyor:action-count', what: 'a stage of 51 actions', mutate: subject => { subject.laterStage().Actions = approvals(51); } },
  {
    rule: 'conveyor:pipeline-size',
    what: 'more than 1000 actions',
    mutate: ({ stages }) => { stages.push(...many(21, at => ({ Name: `More${at}`, Actions: approvals(50) }))); },
  },
  {
    rule: 'conveyor:template-size',
    what: 'more than 500 resources',
    mutate: ({ template }) => { for (let at = 0; at < 500; at++) template.Resources[`More${at}`] = { Type: 'AWS::SNS::Topic' }; },
  },
  { rule: 'conveyor:first-stage-source', what: 'an approval beside the sources', mutate: ({ stages }) => { stages[0].Actions.push(...approvals(1)); } },
  {
    rule: 'conveyor:source-elsewhere',
    what: 'a source in a later stage',
    mutate: subject => { subject.laterStage().Actions.push({ ...structuredClone(subject.actions[0]), Name: 'Again', Namespace: undefined }); },
  },
  {
    rule: 'conveyor:stage-name-twice',
    what: 'a stage has the name of another',
    mutate: ({ stages, choices }) => { stages[1 + choices.nat(stages.length - 2)].Name = stages[0].Name; },
  },
  {
    rule: 'conveyor:action-name-twice',
    what: 'an action has the name of another',
    mutate: subject => {
      const { Actions } = subject.laterStage();
      Actions.push({ ...approvals(1)[0], Name: Actions[0].Name });
    },
  },
  { rule: 'conveyor:name-not-allowed', what: 'the name of the pipeline', mutate: subject => { subject.pipeline.Name = wrongName(subject); } },
  { rule: 'conveyor:name-not-allowed', what: 'the name of a stage', mutate: subject => { subject.laterStage().Name = wrongName(subject); } },
  { rule: 'conveyor:name-not-allowed', what: 'the name of an action', mutate: subject => { subject.action().Name = wrongName(subject); } },
  {
    rule: 'conveyor:run-order',
    what: 'a run order that there is not',
    mutate: subject => { subject.action().RunOrder = subject.choices.pick([0, 1000, 1.5, -1, 'first', '0']); },
  },
  {
    rule: 'conveyor:action-type-unknown',
    what: 'an unknown provider, category, owner or version',
    mutate: subject => {
      const action = subject.action(isOfAws);
      Object.assign(action.ActionTypeId, subject.choices.pick([{ Provider: 'CodeBild' }, { Category: 'Builds' }, { Owner: 'Aws' }, { Version: '2' }]));
    },
  },
  { rule: 'conveyor:pipeline-type', what: 'a type that there is not', mutate: ({ pipeline, choices }) => { pipeline.PipelineType = choices.pick(['V3', 'v2', '2']); } },
  {
    rule: 'conveyor:execution-mode',
    what: 'a mode that there is not',
    mutate: ({ pipeline, choices }) => { pipeline.ExecutionMode = choices.pick(['QUEUE', 'queued', 'SEQUENTIAL']); },
  },
  {
    rule: 'conveyor:needs-v2',
    what: 'V1 with what V2 has',
    mutate: subject => {
      subject.pipeline.PipelineType = subject.choices.pick(['V1', undefined]);
      subject.choices.pick([
        () => { subject.pipeline.ExecutionMode = 'QUEUED'; }, () => subject.variableRule(), () => subject.commands(),
        () => { subject.pipeline.Variables = [{ Name: 'Added' }]; },
      ])();
    },
  },
  { rule: 'conveyor:timeout', what: 'a time that there is not', mutate: subject => { subject.approval({ TimeoutInMinutes: subject.choices.pick([4, 86401, 0, 'soon']) }); } },
  { rule: 'conveyor:timeout', what: 'a time for a build', mutate: subject => { subject.build({ TimeoutInMinutes: 60 }); } },
  { rule: 'conveyor:action-region', what: 'what is no region', mutate: subject => { subject.build({ Region: subject.choices.pick(['Ireland', 'eu-west', 'EU-WEST-1']) }); } },
  {
    rule: 'conveyor:stage-name-twice',
    what: 'two stages have the name that a parameter tells',
    mutate: ({ template, stages }) => {
      template.Parameters = { ...template.Parameters, Told: { Type: 'String' } };
      stages.push(...approvals(2).map(action => ({ Name: { 'Fn::Sub': 'To-${Told}' }, Actions: [action] })));
    },
  },
  {
    rule: 'conveyor:tags',
    what: 'tags that are not allowed',
    mutate: ({ pipeline, choices }) => {
      pipeline.Tags = choices.pick<unknown[]>([
        [{ Key: 'team', Value: 'a' }, { Key: 'team', Value: 'b' }], [{ Key: 'aws:team', Value: 'a' }], [{ Key: 'team', Value: 'x'.repeat(257) }], [{ Key: 'x'.repeat(129), Value: '' }], [{ Value: 'a' }],
      ]);
    },
  },
  {
    rule: 'conveyor:transition',
    what: 'a transition into a stage that there is not',
    mutate: ({ pipeline }) => { pipeline.DisableInboundStageTransitions = [{ StageName: 'Nowhere', Reason: 'Not now.' }]; },
  },
  {
    rule: 'conveyor:transition',
    what: 'a reason that is not allowed',
    mutate: subject => {
      subject.pipeline.DisableInboundStageTransitions = [{ StageName: subject.laterStage().Name, Reason: subject.choices.pick(['a/b', 'x'.repeat(301), '', 'später']) }];
    },
  },
  { rule: 'conveyor:role-missing', what: 'no role', mutate: ({ pipeline }) => { delete pipeline.RoleArn; } },
  { rule: 'conveyor:role-not-arn', what: 'the name of a role', mutate: ({ pipeline }) => { pipeline.RoleArn = 'pipeline-role'; } },
  { rule: 'conveyor:role-not-arn', what: 'the name of an action\'s role', mutate: subject => { subject.action(isOfAws).RoleArn = 'role/action'; } },
  {
    rule: 'conveyor:role-elsewhere',
    what: 'a role of another account handed on',
    mutate: subject => {
      subject.pipeline.RoleArn = 'arn:aws:iam::111111111111:role/pipeline';
      subject.build({ Configuration: { ProjectName: 'shop', ServiceRoleArnOverride: 'arn:aws:iam::999999999999:role/build' } });
    },
  },
  {
    rule: 'conveyor:attribute-missing',
    what: 'an output that asks for what a pipeline does not have',
    mutate: ({ template, logicalId, choices }) => {
      template.Outputs = { ...template.Outputs, Added: { Value: choices.pick<object>([{ 'Fn::GetAtt': [logicalId, 'Arn'] }, { 'Fn::Sub': `\${${logicalId}.Name}` }]) } };
    },
  },
  {
    rule: 'conveyor:property-unknown',
    what: 'a property of another spelling',
    mutate: subject => { subject.choices.pick([subject.pipeline, subject.laterStage(), subject.action()])[subject.choices.pick(['name', 'Actionss', 'Dependson'])] = 'x'; },
  },
  {
    rule: 'conveyor:property-kind',
    what: 'a text where a list or an object is expected, or the other way round',
    mutate: subject => {
      subject.choices.pick([
        () => { subject.pipeline.Variables = 'Name'; }, () => { subject.laterStage().BeforeEntry = 'never'; }, () => { subject.action().RunOrder = [1]; },
        () => { subject.action().ActionTypeId = 'S3'; }, () => { subject.pipeline.Triggers = { ProviderType: 'CodeStarSourceConnection' }; },
      ])();
    },
  },
];
