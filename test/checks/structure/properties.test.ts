import { actionIn, findingsAfter, idsAfter, type Json, stageIn } from '../fixture';

describe('a property that there is not', () => {
  test.each<[string, (pipeline: Json) => void, string, string]>([
    ['a pipeline', p => { p.executionMode = 'QUEUED'; }, 'executionMode', 'Did you mean ExecutionMode?'],
    ['a stage', p => { stageIn(p, 'Build').OnFailures = {}; }, 'OnFailures', 'Did you mean OnFailure?'],
    ['an action', p => { actionIn(p, 'Build/Compile').runOrder = 1; }, 'runOrder', 'Did you mean RunOrder?'],
    ['an action type', p => { actionIn(p, 'Build/Compile').ActionTypeId.Type = 'x'; }, 'Type', expect.stringContaining('Category, Owner')],
    ['an artifact', p => { actionIn(p, 'Build/Compile').OutputArtifacts[0].Path = 'x'; }, 'Path', 'The properties here are Name, Files.'],
    ['a hook', p => { stageIn(p, 'Production').OnFailure.RetryMode = 'ALL_ACTIONS'; }, 'RetryMode', expect.any(String)],
    ['the store', p => { p.ArtifactStore.Bucket = 'x'; }, 'Bucket', expect.any(String)],
  ])('in %s is found', (_, change, key, mend) => {
    expect(findingsAfter(change)).toContainEqual(expect.objectContaining({ id: 'conveyor:property-unknown', message: `There is no property "${key}" here.`, mend }));
  });

  test('is found where it stands', () => {
    expect(findingsAfter(pipeline => { actionIn(pipeline, 'Build/Compile').runOrder = 1; })).toEqual([expect.objectContaining({
      part: 'Build/Compile', path: ['Resources', 'Pipeline', 'Properties', 'Stages', 1, 'Actions', 0, 'runOrder'],
    })]);
  });

  test('does not hide in what CloudFormation writes itself', () => {
    expect(idsAfter(pipeline => { actionIn(pipeline, 'Build/Compile')['Fn::Transform'] = { Name: 'AWS::Include' }; })).toEqual([]);
  });

  test('is not inherited', () => {
    expect(idsAfter(pipeline => { actionIn(pipeline, 'Build/Compile').constructor = 'x'; })).toEqual(['property-unknown']);
  });
});

describe('a value of another kind', () => {
  test.each<[string, (pipeline: Json) => void]>([
    ['Stages is an object.', p => { p.Stages = { First: p.Stages[0] }; }],
    ['An item of Stages is the text "Build".', p => { p.Stages.push('Build'); }],
    ['Actions is an object.', p => { const stage = stageIn(p, 'Build'); stage.Actions = stage.Actions[0]; }],
    ['ActionTypeId is the text "CodeBuild".', p => { actionIn(p, 'Build/Compile').ActionTypeId = 'CodeBuild'; }],
    ['Name is an object.', p => { stageIn(p, 'Approve').Name = { Value: 'x' }; }],
    ['RunOrder is a list.', p => { actionIn(p, 'Build/Compile').RunOrder = [1]; }],
    ['OnFailure is the text "ROLLBACK".', p => { stageIn(p, 'Production').OnFailure = 'ROLLBACK'; }],
    ['Files is the text "**/*".', p => { actionIn(p, 'Build/Compile').OutputArtifacts[0].Files = '**/*'; }],
    ['RestartExecutionOnUpdate is the text "maybe".', p => { p.RestartExecutionOnUpdate = 'maybe'; }],
    ['An item of Stages has no value.', p => { p.Stages.push(null); }],
    ['Configuration has no value.', p => { actionIn(p, 'Approve/Ask').Configuration = null; }],
  ])('is found: %s', (message, change) => {
    expect(findingsAfter(change)).toContainEqual(expect.objectContaining({ id: 'conveyor:property-kind', message }));
  });

  test.each<[string, (pipeline: Json, template: Json) => void]>([
    ['a number as a name', p => { stageIn(p, 'Approve').Name = 7; }],
    ['an unknown object', (p, template) => { template.Mappings = {}; stageIn(p, 'Production').OnFailure = { 'Fn::FindInMap': ['A', 'B', 'C'] }; }],
    ['a list from a parameter', (p, template) => {
      template.Parameters = { Stores: { Type: 'CommaDelimitedList' } };
      p.Tags = { Ref: 'Stores' };
    }],
    ['a list of texts from a parameter', (p, template) => {
      template.Parameters = { Files: { Type: 'CommaDelimitedList' } };
      actionIn(p, 'Build/Compile').OutputArtifacts[0].Files = { Ref: 'Files' };
    }],
    ['a boolean as a text', p => { p.RestartExecutionOnUpdate = 'true'; }],
    ['an unknown boolean', (p, template) => {
      template.Parameters = { Restart: { Type: 'String' } };
      p.RestartExecutionOnUpdate = { Ref: 'Restart' };
    }],
    ['nothing, by a condition', p => { stageIn(p, 'Production').OnFailure = { Ref: 'AWS::NoValue' }; }],
  ])('may be %s', (_, change) => {
    expect(idsAfter(change)).not.toContain('property-kind');
  });
});

test.each<[string, Json]>([['a text', 'x'], ['a list', [[[]]]], ['nothing', null], ['a number', 7], ['junk', { Stages: [null, 1, [], { Actions: [null, 'x', { Name: [], ActionTypeId: [], Configuration: [1], Region: {}, RoleArn: [] }] }] }]])(
  'no check stumbles over %s in place of the properties', (_, junk) => {
    expect(() => findingsAfter((_pipeline, template) => { template.Resources.Pipeline.Properties = junk; })).not.toThrow();
  },
);
