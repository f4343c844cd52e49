import { Mutation } from './subject';

const topic = (name: unknown) => ({ Type: 'AWS::SNS::Topic', Properties: { DisplayName: name } });

export const TEMPLATE_MUTATIONS: readonly Mutation[] = [
  {
    rule: 'conveyor:name-missing',
    what: 'a reference to nothing',
    mutate: ({ pipeline, choices }) => {
      pipeline.RoleArn = choices.pick<object>([
        { 'Fn::GetAtt': ['Nowhere', 'Arn'] }, { Ref: 'Nowhere' }, { 'Fn::Sub': 'arn:aws:iam::111111111111:role/${Nowhere}' }, { 'Fn::FindInMap': ['Nowhere', 'a', 'b'] },
        { 'Fn::Sub': 'arn:aws:iam::${AWS::Account}:role/pipeline' },
      ]);
    },
  },
  {
    rule: 'conveyor:name-missing',
    what: 'a reference to nothing beside the pipeline',
    mutate: ({ template, choices }) => {
      template.Resources.AddedTopic = choices.pick<object>([topic({ Ref: 'Nowhere' }), { ...topic('x'), DependsOn: 'Nowhere' }, { ...topic('x'), Condition: 'Nowhere' }]);
    },
  },
  {
    rule: 'conveyor:deployment-group',
    what: 'a deployment group with what CodeDeploy does not have',
    mutate: ({ template, choices }) => {
      template.Resources.AddedGroup = {
        Type: 'AWS::CodeDeploy::DeploymentGroup',
        Properties: { ApplicationName: 'shop', ...choices.pick<object>([{ DeploymentConfigName: 'CodeDeployDefault.TwoAtATime' }, { AutoRollbackConfiguration: { Enabled: true, Events: ['FAILURE'] } }]) },
      };
    },
  },
  {
    rule: 'conveyor:function-wrong',
    what: 'a function that there is not, or a wrong argument',
    mutate: ({ template, choices }) => {
      template.Resources.AddedTopic = topic(choices.pick<object>([
        { 'Fn::Joined': ['', ['a']] }, { 'Fn::Join': ['', 'a', 'b'] }, { 'Fn::Select': [2, ['a', 'b']] }, { 'Fn::GetArtifactAtt': ['a', 'URL'] }, { 'Fn::Split': ['a'] },
      ]));
    },
  },
  {
    rule: 'conveyor:circular',
    what: 'two resources that wait for each other',
    mutate: ({ template }) => { Object.assign(template.Resources, { AddedOne: topic({ Ref: 'AddedOther' }), AddedOther: topic({ 'Fn::GetAtt': ['AddedOne', 'TopicName'] }) }); },
  },
  {
    rule: 'conveyor:resource-type',
    what: 'a resource of a type that there is not',
    mutate: ({ template, choices }) => {
      template.Resources.AddedTopic = choices.pick<object>([{ Type: 'AWS::SNS::Topics' }, { Type: 'AWS::CodePipeline::Step' }, { Type: 'AWS::IAM::role' }, {}]);
    },
  },
];
