import { actionIn, actionOf, advice, configurationOf, type Json, stageIn } from './fixture';

const ID = 'artifact-unused';

const second = (more: Json = {}) => actionOf('Source', 'CodeCommit', {
  Name: 'Docs', Configuration: { RepositoryName: 'docs', BranchName: 'main', PollForSourceChanges: false }, OutputArtifacts: [{ Name: 'Pages' }], Namespace: 'Docs', ...more,
});

test('a build whose output is deployed around is found', () => {
  expect(advice(ID, pipeline => {
    actionIn(pipeline, 'Production/Site').InputArtifacts = [{ Name: 'ShopSource' }];
  })).toEqual([expect.objectContaining({
    severity: 'warning',
    part: 'Build/Compile',
    message: 'Nothing reads the artifact "ShopSite", which "Compile" gives.',
    path: ['Resources', 'Pipeline', 'Properties', 'Stages', 1, 'Actions', 0, 'OutputArtifacts', 0, 'Name'],
  })]);
});

test('so is a second source that nothing reads', () => {
  expect(advice(ID, pipeline => pipeline.Stages[0].Actions.push(second())).map(({ part }) => part)).toEqual(['Source/Docs']);
});

describe('left alone is', () => {
  const ways: Record<string, (pipeline: Json) => void> = {
    'an output that only a rule reads': pipeline => {
      actionIn(pipeline, 'Build/Compile').OutputArtifacts.push({ Name: 'Checks' });
      stageIn(pipeline, 'Production').BeforeEntry = { Conditions: [{ Result: 'FAIL', Rules: [{ Name: 'Ready', RuleTypeId: { Provider: 'Commands' }, Commands: ['./ready'], InputArtifacts: [{ Name: 'Checks' }] }] }] };
    },
    'an output while an input is not known': pipeline => {
      actionIn(pipeline, 'Production/Site').InputArtifacts = [{ Name: { Ref: 'What' } }];
    },
    'an output whose own name is not known': pipeline => {
      actionIn(pipeline, 'Build/Compile').OutputArtifacts.push({ Name: { Ref: 'What' } });
    },
    'an output while a stage is not known': pipeline => {
      actionIn(pipeline, 'Build/Compile').OutputArtifacts.push({ Name: 'Checks' });
      pipeline.Stages.push({ Ref: 'What' });
    },
    'a build for its own sake': pipeline => {
      pipeline.Stages.length = 2;
    },
    'what a test reports': pipeline => {
      pipeline.Stages[1].Actions.push(actionOf('Test', 'CodeBuild', { Name: 'Unit', InputArtifacts: [{ Name: 'ShopSource' }], OutputArtifacts: [{ Name: 'Coverage' }] }));
    },
    'what the provider demands': pipeline => {
      pipeline.Stages[1].Actions.push(actionOf('Invoke', 'InspectorScan', { OutputArtifacts: [{ Name: 'Bill' }] }));
    },
    'what an action of another make gives': pipeline => {
      pipeline.Stages[1].Actions.push(actionOf('Build', 'Jenkins', { OutputArtifacts: [{ Name: 'Firmware' }] }, 'Custom'));
    },
    'a source whose variables are read': pipeline => {
      pipeline.Stages[0].Actions.push(second());
      configurationOf(pipeline, 'Approve/Ask').CustomData = 'Docs #{Docs.CommitId}';
    },
    'images that start the pipeline': pipeline => {
      pipeline.Stages[0].Actions.push(actionOf('Source', 'ECR', { Configuration: { RepositoryName: 'base' }, OutputArtifacts: [{ Name: 'Base' }] }));
    },
    'the only source': pipeline => {
      pipeline.Stages.splice(1, 2);
      pipeline.Stages[1].Actions = [actionOf('Deploy', 'CloudFormation', { Configuration: { ActionMode: 'DELETE_ONLY', StackName: 'shop' } })];
    },
  };

  test.each(Object.keys(ways))('%s', way => {
    expect(advice(ID, (pipeline, template) => {
      template.Parameters = { What: { Type: 'String' } };
      ways[way](pipeline);
    })).toEqual([]);
  });
});
