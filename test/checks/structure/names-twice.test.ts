import { actionIn, findingsAfter, idsAfter, stageIn } from '../fixture';

test('two stages of the same name are found', () => {
  expect(findingsAfter(pipeline => { stageIn(pipeline, 'Approve').Name = 'Build'; })).toEqual([expect.objectContaining({
    id: 'conveyor:stage-name-twice',
    message: 'An earlier stage is called "Build", too.',
    path: ['Resources', 'Pipeline', 'Properties', 'Stages', 2, 'Name'],
  })]);
});

test('two actions of the same name in a stage are found', () => {
  expect(findingsAfter(pipeline => stageIn(pipeline, 'Approve').Actions.push({ ...actionIn(pipeline, 'Approve/Ask') }))).toEqual([expect.objectContaining({
    id: 'conveyor:action-name-twice', message: 'An earlier action of the stage is called "Ask", too.',
  })]);
});

test('actions of different stages may have the same name', () => {
  expect(idsAfter(pipeline => { actionIn(pipeline, 'Approve/Ask').Name = 'Compile'; })).toEqual([]);
});

test('names that differ in a letter\'s size are two', () => {
  expect(idsAfter(pipeline => { stageIn(pipeline, 'Approve').Name = 'build'; })).toEqual([]);
});

test('nothing is said of names that are unknown', () => {
  expect(idsAfter((pipeline, template) => {
    template.Parameters = { One: { Type: 'String', Default: 'Build' }, Other: { Type: 'String', Default: 'Build' } };
    stageIn(pipeline, 'Approve').Name = { Ref: 'One' };
    stageIn(pipeline, 'Production').Name = { Ref: 'Other' };
  })).toEqual([]);
});

test.each([[{ Ref: 'One' }, '${One}'], [{ 'Fn::Sub': 'to-${One}' }, 'to-${One}'], [{ 'Fn::GetAtt': ['Told', 'Name'] }, '${Told.Name}']])('two names %j are the same, whatever they will be', (name, shown) => {
  expect(findingsAfter((pipeline, template) => {
    template.Parameters = { One: { Type: 'String' } };
    template.Resources.Told = { Type: 'Custom::Told', Properties: {} };
    stageIn(pipeline, 'Approve').Name = name;
    stageIn(pipeline, 'Production').Name = name;
  }).map(({ message }) => message)).toEqual([`An earlier stage is called "${shown}", too.`]);
});

test.each([[{ 'Fn::Select': [0, { Ref: 'Several' }] }], [{ 'Fn::Cidr': ['10.0.0.0/8', 1] }]])('two names that a function makes, as %j does, may differ', name => {
  expect(idsAfter((pipeline, template) => {
    template.Parameters = { Several: { Type: 'CommaDelimitedList' } };
    stageIn(pipeline, 'Approve').Name = name;
    stageIn(pipeline, 'Production').Name = name;
  })).toEqual([]);
});

test('the branches of a condition that are never deployed together may share a name', () => {
  expect(idsAfter((pipeline, template) => {
    template.Parameters = { Place: { Type: 'String', Default: 'test' } };
    template.Conditions = { IsTest: { 'Fn::Equals': [{ Ref: 'Place' }, 'test'] } };
    const stage = stageIn(pipeline, 'Approve');
    const none = { Ref: 'AWS::NoValue' };
    pipeline.Stages.splice(2, 1, { 'Fn::If': ['IsTest', stage, none] }, { 'Fn::If': ['IsTest', none, stage] });
  })).toEqual([]);
});
