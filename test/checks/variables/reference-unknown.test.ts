import { REFERENCE_UNKNOWN } from '../../../src/checks/variables/reference-unknown';
import { actionIn, type Json, stageIn } from '../fixture';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

const asking = (text: unknown) => (pipeline: Json) => {
  actionIn(pipeline, 'Approve/Ask').Configuration.CustomData = text;
};

test('a namespace that no action has is found, and the nearest offered', () => {
  expect(foundBy(REFERENCE_UNKNOWN, asking('Version #{Compiel.VERSION}'))).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Approve/Ask',
    message: '#{Compiel.VERSION} refers to the namespace "Compiel", which no action has.',
    mend: 'Did you mean #{Compile.VERSION}?',
    path: pathTo('Stages', 2, 'Actions', 0, 'Configuration', 'CustomData'),
  })]);
});

test('an action of that name is told to have a namespace', () => {
  expect(foundBy(REFERENCE_UNKNOWN, pipeline => {
    delete actionIn(pipeline, 'Build/Compile').Namespace;
    asking('#{Compile.VERSION}')(pipeline);
  })).toEqual([expect.objectContaining({ mend: 'Give the action Compile a `Namespace: Compile`.' })]);
});

test.each<[string, string, string]>([
  ['#{Shop.commitId}', 'Did you mean #{Shop.CommitId}?', '#{Shop.commitId} is not given: Shop gives AuthorDate,'],
  ['#{codepipeline.ExecutionId}', 'Use #{codepipeline.PipelineExecutionId}, or #{variables.ExecutionId} for a variable of the pipeline.', '#{codepipeline.ExecutionId} does not exist'],
  ['#{variables.target}', 'Declare it: `Variables: [{ Name: target }]`.', '#{variables.target} is no variable of the pipeline.'],
])('%s is found', (text, mend, message) => {
  expect(foundBy(REFERENCE_UNKNOWN, asking(text))).toEqual([expect.objectContaining({ mend, message: expect.stringContaining(message) as string })]);
});

test('a misspelt variable of the pipeline is found', () => {
  expect(foundBy(REFERENCE_UNKNOWN, pipeline => {
    pipeline.Variables = [{ Name: 'target' }];
    asking('#{variables.traget}')(pipeline);
  })).toEqual([expect.objectContaining({ mend: 'Did you mean #{variables.target}?' })]);
});

test('what a Commands action does not give is found', () => {
  const saidOf = (OutputVariables: unknown) => saidBy(REFERENCE_UNKNOWN, pipeline => {
    Object.assign(actionIn(pipeline, 'Build/Compile'), {
      ActionTypeId: { Category: 'Compute', Owner: 'AWS', Provider: 'Commands', Version: '1' }, Commands: ['make'], OutputVariables,
    });
    asking('#{Compile.VERSION}')(pipeline);
  });
  expect(saidOf(['DIGEST'])).toEqual(['#{Compile.VERSION} is not given: Compile gives DIGEST.']);
  expect(saidOf(undefined)).toEqual(['#{Compile.VERSION} is not given: Compile gives no variables.']);
  expect(saidOf(['DIGEST', 'VERSION'])).toEqual([]);
  expect(saidOf(['DIGEST', UNKNOWN])).toEqual([]);
  expect(saidOf(UNKNOWN)).toEqual([]);
});

test('an approval gives no variables', () => {
  expect(saidBy(REFERENCE_UNKNOWN, pipeline => {
    actionIn(pipeline, 'Approve/Ask').Namespace = 'Asked';
    actionIn(pipeline, 'Production/Site').Configuration.CacheControl = '#{Asked.Summary}';
  })).toEqual(['#{Asked.Summary} is not given: Ask gives no variables.']);
});

test.each<[string, (pipeline: Json) => void]>([
  ['the environment variables of a build', pipeline => {
    actionIn(pipeline, 'Build/Compile').Configuration.EnvironmentVariables = '[{"name":"A","value":"#{Nope.A}","type":"PLAINTEXT"}]';
  }],
  ['the parameters of a stack', pipeline => {
    actionIn(pipeline, 'Production/Site').Configuration.ParameterOverrides = { 'Fn::Sub': '{"Image":"#{Nope.A}","Region":"${AWS::Region}"}' };
  }],
  ['a custom action', pipeline => {
    Object.assign(actionIn(pipeline, 'Production/Site'), { ActionTypeId: { Category: 'Deploy', Owner: 'Custom', Provider: 'Forge', Version: '1' }, Configuration: { What: '#{Nope.A}' } });
  }],
  ['the environment of an action', pipeline => {
    actionIn(pipeline, 'Production/Site').EnvironmentVariables = [{ Name: 'A', Value: '#{Nope.A}' }];
  }],
  ['a rule', pipeline => {
    const Configuration = { Variable: '#{Nope.A}', Value: 'main', Operator: 'EQ' };
    stageIn(pipeline, 'Production').BeforeEntry = { Conditions: [{ Result: 'SKIP', Rules: [{ Name: 'Main', RuleTypeId: { Provider: 'VariableCheck' }, Configuration }] }] };
  }],
])('it is found in %s', (_what, change) => {
  expect(saidBy(REFERENCE_UNKNOWN, change)).toEqual(['#{Nope.A} refers to the namespace "Nope", which no action has.']);
});

test.each<[string, (pipeline: Json) => void]>([
  ['a variable of a source', asking('#{Shop.CommitId}')],
  ['any variable of a build', asking('#{Compile.WHATEVER}')],
  ['the execution', asking('#{codepipeline.PipelineExecutionId}')],
  ['a text that is unknown', asking(UNKNOWN)],
  ['a name that is unknown', asking({ 'Fn::Join': ['', ['#{variables.', UNKNOWN, '}']] })],
  ['a namespace that is unknown', asking({ 'Fn::Join': ['', ['#{', UNKNOWN, '.A}']] })],
  ['a hash before what is unknown', asking({ 'Fn::Join': ['', ['Build #', UNKNOWN]] })],
  ['a namespace, one of which is unknown', pipeline => {
    actionIn(pipeline, 'Build/Compile').Namespace = UNKNOWN;
    asking('#{Nope.A}')(pipeline);
  }],
  ['a namespace that an unknown action may have', pipeline => {
    stageIn(pipeline, 'Build').Actions.push({ 'Fn::Transform': { Name: 'More' } });
    asking('#{Nope.A}')(pipeline);
  }],
  ['a variable that an unknown list may have', pipeline => {
    pipeline.Variables = [{ Name: UNKNOWN }];
    asking('#{variables.target}')(pipeline);
  }],
  ['code of another language', pipeline => {
    actionIn(pipeline, 'Build/Compile').Configuration.BuildspecOverride = 'ruby -e \'puts "#{Time.now}"\'';
  }],
])('%s is not', (_what, change) => {
  expect(saidBy(REFERENCE_UNKNOWN, change)).toEqual([]);
});
