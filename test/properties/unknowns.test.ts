/** What cannot be known is never wrong. */

import * as fc from 'fast-check';
import { errorsIn, validTemplates } from './judged';
import { Json } from './mutations/subject';
import { runs } from './programs';
import { At, leavesOf, partAt, withPart } from './template-parts';

/** What only a deployment will tell: a text, a number, anything. Each has a number, for what is written alike is the same. */
const unknown = (at: number) => [
  { Ref: `Unknown${at}` }, { 'Fn::ImportValue': `told-elsewhere-${at}` }, { 'Fn::GetAtt': ['Told', `Value${at}`] }, { 'Fn::Sub': `\${Unknown${at}}` },
  { 'Fn::Join': ['', [{ Ref: `Unknown${at}` }, { 'Fn::ImportValue': 'told-elsewhere' }]] }, `{{resolve:ssm:/told/elsewhere/${at}}}`,
  { Ref: `Standard${at}` }, { 'Fn::Select': [1, { Ref: 'Several' }] }, { 'Fn::FindInMap': ['Places', { Ref: 'Unknown0' }, 'Name'] },
];
const UNKNOWN = unknown(0);
/** More of them than are put in one template. */
const NUMBERS = [0, 1, 2, 3, 4, 5];

let valid: Json[];
beforeAll(() => {
  const silent = jest.spyOn(console, 'error').mockImplementation(); // the CDK tells of warnings on the console
  valid = validTemplates(6);
  silent.mockRestore();
});

/** The template, which declares what the unknown values refer to. */
function declared(template: Json): Json {
  return {
    ...template,
    Parameters: {
      ...template.Parameters,
      ...Object.fromEntries(NUMBERS.flatMap(at => [[`Unknown${at}`, { Type: 'String' }], [`Standard${at}`, { Type: 'String', Default: '!' }]])),
      Several: { Type: 'CommaDelimitedList' },
      Added: { Type: 'String' },
    },
    Conditions: { ...template.Conditions, IsAdded: { 'Fn::Equals': [{ Ref: 'Added' }, 'yes'] } },
    Mappings: { ...template.Mappings, Places: { here: { Name: '!' }, there: { Name: '?' } } },
    Resources: { ...template.Resources, Told: { Type: 'Custom::Told', Properties: { ServiceToken: 'arn:aws:lambda:eu-west-1:111111111111:function:tell' } } },
  };
}

/** The values of the pipeline, and of the builds and rules beside it. */
function valuesOf(template: Json): At[] {
  return Object.keys(template.Resources)
    .filter(id => ['AWS::CodePipeline::Pipeline', 'AWS::CodeBuild::Project', 'AWS::Events::Rule'].includes(template.Resources[id].Type))
    .flatMap(id => leavesOf(template, ['Resources', id, 'Properties']))
    // a part of an intrinsic function is no value of its own
    .filter(at => !at.some(key => key === 'Ref' || String(key).startsWith('Fn::')));
}

const drawn = fc.record({ of: fc.nat(), at: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), by: fc.nat(UNKNOWN.length - 1) });

test('the valid templates have no error', () => {
  for (const template of valid) expect(errorsIn(declared(template))).toEqual([]);
});

test('a value that is not known is no error, and makes none of what is beside it', () => {
  fc.assert(fc.property(drawn, ({ of, at, by }) => {
    const original = declared(valid[of % valid.length]);
    const places = valuesOf(original);
    const template = at.reduce((before, index, number) => withPart(before, places[index % places.length], unknown(number)[by]), original);
    expect(errorsIn(template).map(({ id, message, path }) => ({ id, message, path, was: partAt(original, path) }))).toEqual([]);
  }), runs(150));
});

test('every single value of the valid template of the checks may be unknown', () => {
  const template = declared(valid[0]);
  for (const by of UNKNOWN) {
    for (const at of valuesOf(template)) {
      expect({ at, errors: errorsIn(withPart(template, at, by)).map(({ id, message }) => `${id}: ${message}`) }).toEqual({ at, errors: [] });
    }
  }
});

test('a part may stand in both branches of a condition', () => {
  fc.assert(fc.property(drawn, fc.nat(), ({ of, at: [index] }, depth) => {
    const original = declared(valid[of % valid.length]);
    const places = valuesOf(original);
    const leaf = places[index % places.length];
    const at = leaf.slice(0, Math.max(4, leaf.length - depth % 8));
    const part = partAt(original, at);
    expect(errorsIn(withPart(original, at, { 'Fn::If': ['IsAdded', part, part] })).map(({ id, message, path }) => ({ id, message, path }))).toEqual([]);
  }), runs(60));
});

test('a part that is not known is no error', () => {
  fc.assert(fc.property(drawn, fc.nat(), ({ of, at: [index], by }, depth) => {
    const original = declared(valid[of % valid.length]);
    const places = valuesOf(original);
    const leaf = places[index % places.length];
    const at = leaf.slice(0, Math.max(4, leaf.length - depth % 5));
    expect(errorsIn(withPart(original, at, UNKNOWN[by])).map(({ id, message, path }) => ({ id, message, path }))).toEqual([]);
  }), runs(80));
});
