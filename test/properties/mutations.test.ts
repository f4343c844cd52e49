/** What is wrong is found: in the valid template of the checks' tests, and in what random programs become. */

import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { found, validTemplates } from './judged';
import { MUTATIONS } from './mutations';
import { Json, Mutation, Subject } from './mutations/subject';
import { Choices } from './program/choices';
import { runs } from './programs';
import { At, difference, inOneBranch, isWithin, leavesOf, partAt, withPart } from './template-parts';
import { CHECKS, Finding } from '../../src/checks';
import { conveyor } from '../cli/terminal';
import { folder } from '../plan/fixtures/folder';

const ERRORS = CHECKS.filter(({ severity }) => severity === 'error').map(({ id }) => id);
const checkOf = (id: string) => CHECKS.filter(one => one.id === id);

let valid: Json[];
beforeAll(() => {
  const silent = jest.spyOn(console, 'error').mockImplementation(); // the CDK tells of warnings on the console
  valid = validTemplates(5);
  silent.mockRestore();
});

const drawn = fc.record({ of: fc.nat(), numbers: fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }) });

/** The template of the checks' own tests, every choice the first. */
const HAND_WRITTEN = { of: 0, numbers: [] };

interface Wrong {
  readonly original: Json;
  readonly template: Json;
  readonly findings: Finding[];
  readonly choices: Choices;
}

/** A valid template with one thing made wrong; undefined where it has no such thing. */
function mutated({ mutate, rule }: Mutation, { of, numbers }: { of: number; numbers: number[] }): Wrong | undefined {
  const original = valid[of % valid.length];
  const choices = new Choices(numbers);
  const subject = new Subject(structuredClone(original), choices);
  if (mutate(subject) === false) return undefined;
  const template = JSON.parse(JSON.stringify(subject.template)); // what is undefined is not there
  return { original, template, choices, findings: found(template, checkOf(rule)) };
}

const NAMED = MUTATIONS.map(mutation => [mutation.rule, mutation.what, mutation] as const);

test('every check that tells of errors has a mutation', () => {
  expect([...new Set(MUTATIONS.map(({ rule }) => rule))].sort()).toEqual([...new Set(ERRORS)].sort());
});

test.each(NAMED)('%s finds %s', (rule, _what, mutation) => {
  let applied = 0;
  fc.assert(fc.property(drawn, choice => {
    const wrong = mutated(mutation, choice);
    fc.pre(wrong !== undefined);
    applied++;
    expect(found(wrong.template).map(({ id }) => id)).toContain(rule);
  }), { ...runs(3), examples: [[HAND_WRITTEN]] });
  expect(applied).toBeGreaterThan(0);
});

test('what is wrong is found in one branch of a condition', () => {
  fc.assert(fc.property(fc.constantFrom(...MUTATIONS), drawn, fc.boolean(), fc.nat(), (mutation, choice, first, depth) => {
    const wrong = mutated(mutation, choice);
    fc.pre(wrong !== undefined);
    const different = difference(wrong.original, wrong.template);
    fc.pre(different.length > 3);
    // around the part itself, or around something greater that it stands in
    const at = different.slice(0, 4 + depth % (different.length - 3));
    fc.pre(wrong.findings.some(finding => isWithin(finding.path, at)));
    expect(found(inOneBranch(wrong.template, wrong.original, at, first), checkOf(mutation.rule))).not.toEqual([]);
  }), runs(80));
});

test('what is wrong is found beside values that are only known when it is deployed', () => {
  fc.assert(fc.property(fc.constantFrom(...MUTATIONS), drawn, (mutation, choice) => {
    const wrong = mutated(mutation, choice);
    fc.pre(wrong !== undefined);
    expect(found(withUnknowns(wrong), checkOf(mutation.rule))).not.toEqual([]);
  }), runs(80));
});

/** The template with some values unknown that have nothing to do with what is wrong: settings of other actions. */
function withUnknowns({ original, template, choices }: Wrong): Json {
  const places = configurationsOf(original).flatMap(at => leavesOf(original, at))
    .filter(at => JSON.stringify(partAt(original, at)) === JSON.stringify(partAt(template, at)))
    .filter(at => !['Namespace', 'ActionMode'].includes(String(at.at(-1))) && !String(partAt(original, at)).includes('#{'));
  let unknown = template;
  for (const at of choices.some(places.filter(place => partAt(original, place) === partAt(template, place)))) unknown = withPart(unknown, at, { Ref: 'Unknown' });
  return { ...unknown, Parameters: { ...unknown.Parameters, Unknown: { Type: 'String' } } };
}

function configurationsOf(template: Json): At[] {
  const [id] = Object.keys(template.Resources).filter(one => template.Resources[one].Type === 'AWS::CodePipeline::Pipeline');
  return template.Resources[id].Properties.Stages.flatMap((stage: Json, stageAt: number) => stage.Actions
    .map((action: Json, actionAt: number) => action.Configuration && ['Resources', id, 'Properties', 'Stages', stageAt, 'Actions', actionAt, 'Configuration'])
    .filter((at: At | undefined) => at));
}

test.each(NAMED.filter((_, at) => at % 9 === 0))('%s finds %s in YAML, by the command line', async (rule, _what, mutation) => {
  await fc.assert(fc.asyncProperty(drawn, async choice => {
    const wrong = mutated(mutation, choice);
    fc.pre(wrong !== undefined);
    const { status, out } = await conveyor(['check', 'shop.yaml', '--json'], { cwd: folder({ 'shop.yaml': stringify(wrong.template) }) });
    expect(status).toBe(1);
    expect(JSON.parse(out).findings.map(({ id }: Finding) => id)).toContain(rule);
  }), runs(1));
});
