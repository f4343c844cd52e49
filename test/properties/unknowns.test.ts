/** What cannot be known is never wrong. */

import * as fc from 'fast-check';
import { errorsIn, validTemplates } from './judged';
import { Json } from './mutations/subject';
import { runs } from './programs';
import { At, leavesOf, partAt, withPart } from './template-parts';

/** What only a deployment will tell: a text, a number, anything. */
const UNKNOWN = [
  { Ref: 'Unknown' }, { 'Fn::ImportValue': 'told-elsewhere' }, { 'Fn::GetAtt': ['Told', 'Value'] }, { 'Fn::Sub': '${Unknown}' },
  { 'Fn::Join': ['', [{ Ref: 'Unknown' }, { 'Fn::ImportValue': 'told-elsewhere' }]] }, '{{resolve:ssm:/told/elsewhere}}',
  { Ref: 'Standard' }, { 'Fn::Select': [1, { Ref: 'Several' }] }, { 'Fn::FindInMap': ['Places', { Ref: 'Unknown' }, 'Name'] },
];

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
      Unknown: { Type: 'String' },
      Standard: { Type: 'String', Default: '!' },
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

const drawn = fc.record({ of: fc.nat(), at: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), by: fc.constantFrom(...UNKNOWN) });

test('the valid templates have no error', () => {
  for (const template of valid) expect(errorsIn(declared(template))).toEqual([]);
});

test('a value that is not known is no error, and makes none of what is beside it', () => {
  fc.assert(fc.property(drawn, ({ of, at, by }) => {
    const original = declared(valid[of % valid.length]);
    const places = valuesOf(original);
    const template = at.reduce((before, index) => withPart(before, places[index % places.length], by), original);
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
    expect(errorsIn(withPart(original, at, by)).map(({ id, message, path }) => ({ id, message, path }))).toEqual([]);
  }), runs(80));
});
