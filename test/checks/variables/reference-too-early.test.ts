import { REFERENCE_TOO_EARLY } from '../../../src/checks/variables/reference-too-early';
import { actionIn, type Json, stageIn } from '../fixture';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

test('a variable of a later stage is found', () => {
  const found = foundBy(REFERENCE_TOO_EARLY, pipeline => {
    pipeline.Stages.splice(1, 0, ...pipeline.Stages.splice(2, 1));
    actionIn(pipeline, 'Approve/Ask').Configuration.CustomData = '#{Compile.VERSION}';
  });
  expect(found).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Approve/Ask',
    message: '#{Compile.VERSION} is given by Compile, which runs in a later stage.',
    path: pathTo('Stages', 1, 'Actions', 0, 'Configuration', 'CustomData'),
  })]);
});

test.each<[string, unknown, unknown, string[]]>([
  ['the same run order', 2, 2, ['#{Compile.VERSION} is given by Compile, which runs at the same time.']],
  ['a lower run order', 2, undefined, ['#{Compile.VERSION} is given by Compile, which runs later in the same stage.']],
  ['a higher run order', undefined, '2', []],
  ['an unknown run order', 1, UNKNOWN, []],
])('of the same stage, it is used with %s', (_what, giver, user, messages) => {
  expect(saidBy(REFERENCE_TOO_EARLY, pipeline => {
    actionIn(pipeline, 'Build/Compile').RunOrder = giver;
    const ask = { ...actionIn(pipeline, 'Approve/Ask'), Name: 'Ask2', RunOrder: user, Configuration: { CustomData: '#{Compile.VERSION}' } };
    stageIn(pipeline, 'Build').Actions.push(ask);
  })).toEqual(messages);
});

test('an action that refers to itself is found', () => {
  expect(saidBy(REFERENCE_TOO_EARLY, pipeline => {
    actionIn(pipeline, 'Build/Compile').Configuration.EnvironmentVariables = '[{"name":"A","value":"#{Compile.VERSION}"}]';
  })).toEqual(['#{Compile.VERSION} is what the action itself gives.']);
});

test.each<[string, string, string[]]>([
  ['Build', 'BeforeEntry', ['#{Compile.VERSION} is given by Compile, which runs in the stage that the condition stands before.']],
  ['Build', 'OnSuccess', []],
  ['Approve', 'BeforeEntry', []],
])('a rule of %s, %s', (stage, hook, messages) => {
  expect(saidBy(REFERENCE_TOO_EARLY, (pipeline: Json) => {
    const Configuration = { Variable: '#{Compile.VERSION}', Value: '1', Operator: 'EQ' };
    stageIn(pipeline, stage)[hook] = { Conditions: [{ Result: 'FAIL', Rules: [{ Name: 'One', RuleTypeId: { Provider: 'VariableCheck' }, Configuration }] }] };
  })).toEqual(messages);
});
