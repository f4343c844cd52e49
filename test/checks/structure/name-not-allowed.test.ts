import { actionIn, findingsAfter, idsAfter, type Json, stageIn } from '../fixture';

const parts: [string, (pipeline: Json) => Json][] = [
  ['pipeline', pipeline => pipeline],
  ['stage', pipeline => stageIn(pipeline, 'Approve')],
  ['action', pipeline => actionIn(pipeline, 'Approve/Ask')],
];
const wrong: [unknown, string][] = [
  ['Deploy to test', '"Deploy to test"'],
  ['Größe', '"Größe"'],
  ['', '""'],
  ['a/b', '"a/b"'],
  ['x'.repeat(101), `"${'x'.repeat(60)}…"`],
  [{ 'Fn::Sub': '${Place} stage' }, '"{unresolved:Place} stage"'],
];

describe.each(parts)('the name of a %s', (what, part) => {
  const named = (name: unknown) => (pipeline: Json, template: Json) => {
    template.Parameters = { Place: { Type: 'String', Default: 'not allowed' } };
    part(pipeline).Name = name;
  };

  test.each(wrong)('%j is found', (name, message) => {
    expect(findingsAfter(named(name))).toEqual([expect.objectContaining({
      id: 'conveyor:name-not-allowed', message: `The ${what} name ${message} is not allowed.`,
    })]);
  });

  test.each(['a', 'A.b@c-d_9', 'x'.repeat(100), 7, { Ref: 'Place' }, { 'Fn::Sub': '${Place}-stage' }, '{{resolve:ssm:/a/name}}'])('%j is well', name => {
    expect(idsAfter(named(name))).toEqual([]);
  });
});

test.each(parts.slice(1))('a %s without a name is found', (what, part) => {
  expect(findingsAfter(pipeline => { delete part(pipeline).Name; })).toEqual([expect.objectContaining({
    id: 'conveyor:name-not-allowed', message: `The ${what} has no name.`,
  })]);
});

test('CloudFormation names a pipeline that has no name', () => {
  expect(idsAfter(pipeline => { delete pipeline.Name; })).toEqual([]);
});

test('the nearest name is offered', () => {
  expect(findingsAfter(pipeline => { actionIn(pipeline, 'Approve/Ask').Name = 'Ask the team'; })[0].mend).toContain('"Ask-the-team"');
});
