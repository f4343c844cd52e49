/** What is no template, or no pipeline, is told in one line, or found, and crashes nothing. */

import * as fc from 'fast-check';
import { found } from './judged';
import { Json, Subject } from './mutations/subject';
import { Choices } from './program/choices';
import { runs } from './programs';
import { At, partAt, withPart } from './template-parts';
import { PlanError } from '../../src/plan';
import { validTemplate } from '../checks/fixture';

/** Keys that mean something to a pipeline, to CloudFormation, or to JavaScript. */
const KEYS = [
  'Name', 'Stages', 'Actions', 'ActionTypeId', 'Configuration', 'RunOrder', 'InputArtifacts', 'OutputArtifacts', 'BeforeEntry', 'Conditions', 'Rules', 'RuleTypeId',
  'OnFailure', 'Triggers', 'GitConfiguration', 'Push', 'Variables', 'ArtifactStore', 'ArtifactStores', 'Commands', 'EnvironmentVariables', 'Category', 'Provider',
  'Ref', 'Fn::If', 'Fn::Sub', 'Fn::Join', 'Fn::GetAtt', 'Fn::Select', 'Fn::Split', 'Fn::FindInMap', 'Fn::ForEach::Loop', 'Fn::Transform', 'Fn::Length',
  'Fn::ToJsonString', 'Fn::Base64', 'Fn::Cidr', 'Condition', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '',
];
const TEXTS = [
  'Pipeline', 'IsAdded', 'AWS::NoValue', 'AWS::Region', '#{', '#{a.b}', '#{variables.', '${', '${!', '${A.B.C}', '{{resolve:', 'CodeBuild', 'Source', 'AWS', 'VariableCheck', 'MATCHES',
  '(((((', 'x'.repeat(20_000), '\0', '\ud800', '0 0 9-17 ? * MON-FRI *', '[{"name":', '__proto__',
];

const scalar = fc.oneof(
  fc.constantFrom<unknown>(...TEXTS, null, true, false, 0, -1, 1e308, 1.5), fc.string(), fc.double(), fc.integer(),
);
const { junk } = fc.letrec<{ junk: unknown }>(tie => ({
  junk: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    scalar,
    fc.array(tie('junk'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.oneof(fc.constantFrom(...KEYS), fc.string()), tie('junk')), { maxLength: 4 }).map(parsed),
  ),
}));

/** An object as a parser of JSON makes it: `__proto__` is a key as any other. */
function parsed(entries: [string, unknown][]): unknown {
  return JSON.parse(`{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`);
}

/** All parts of a template, from the pipeline's properties. */
function partsOf(template: Json, at: At): At[] {
  const part = partAt(template, at);
  if (typeof part !== 'object' || part === null) return [at];
  return [at, ...Object.keys(part).flatMap(key => partsOf(template, [...at, Array.isArray(part) ? Number(key) : key]))];
}

function survives(template: Json) {
  try {
    found(JSON.parse(JSON.stringify(template)));
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
  }
}

const PROPERTIES: At = ['Resources', 'Pipeline', 'Properties'];

test('anything may stand in any part of a pipeline', () => {
  const template = validTemplate();
  const places = partsOf(template, PROPERTIES);
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...places), junk), { minLength: 1, maxLength: 3 }), changes => {
    // from the deepest to the highest, so that every place is there
    const ordered = changes.sort(([one], [other]) => other.length - one.length);
    survives(ordered.reduce((before, [at, part]) => withPart(before, at, part), template));
  }), runs(600));
});

test('anything may stand beside what is known of a pipeline', () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom(...KEYS), junk, { maxKeys: 8 }), junk, (properties, item) => {
    const template = validTemplate();
    Object.assign(template.Resources.Pipeline.Properties, properties);
    template.Resources.Pipeline.Properties.Stages = [item, ...validTemplate().Resources.Pipeline.Properties.Stages, item];
    survives(template);
  }), runs(300));
});

test('anything may stand in the JSON and the YAML that texts of a pipeline hold', () => {
  const keys = ['EnvironmentVariables', 'Variables', 'SourceRevisions', 'ParameterOverrides', 'Input', 'BuildspecOverride'];
  const types = ['Build/CodeBuild', 'Invoke/CodePipeline', 'Deploy/CloudFormation', 'Invoke/StepFunctions'];
  const item = fc.record({ name: junk, value: junk, type: junk, actionName: junk, revisionType: junk, revisionValue: junk }, { requiredKeys: [] });
  const shaped = fc.array(item, { maxLength: 3 });
  const parameters = fc.dictionary(fc.string(), fc.record({ 'Fn::GetArtifactAtt': junk, 'Fn::GetParam': junk }, { requiredKeys: [] }), { maxKeys: 3 });
  const spec = fc.record({ version: junk, env: junk, phases: junk, artifacts: junk, reports: junk, cache: junk, batch: junk }, { requiredKeys: [] });
  fc.assert(fc.property(fc.oneof(junk, shaped, parameters, spec), fc.constantFrom(...types), (value, type) => {
    const template = validTemplate();
    const subject = new Subject(template, new Choices([]));
    subject.added(type, { Configuration: Object.fromEntries(keys.map(key => [key, JSON.stringify(value)])) });
    subject.project(value);
    survives(template);
  }), runs(300));
});

test('anything may stand in the other sections, and among the resources', () => {
  const names = ['Parameters', 'Conditions', 'Mappings', 'Outputs', 'Metadata', 'Transform'];
  const sections = fc.dictionary(fc.constantFrom(...names), junk);
  fc.assert(fc.property(sections, fc.dictionary(fc.constantFrom(...KEYS, 'Other'), junk), (others, resources) => {
    const template = validTemplate();
    const { Stages: [first] } = template.Resources.Pipeline.Properties;
    first.Actions[0].RunOrder = { 'Fn::If': ['IsAdded', { Ref: 'Other' }, { 'Fn::GetAtt': ['Other', 'Arn'] }] };
    survives({ ...template, ...others, Resources: { ...resources, ...template.Resources } });
  }), runs(300));
});

test('what lies deep, or is much, ends', () => {
  const nested = (levels: number, wrap: (inner: unknown) => unknown) => Array.from({ length: levels }).reduce<unknown>(inner => wrap(inner), 'x');
  const deep = [
    nested(300, inner => [inner]), nested(300, inner => ({ 'Fn::If': ['IsAdded', inner, 'x'] })), nested(300, inner => ({ 'Fn::Join': ['', [inner]] })),
    nested(300, inner => ({ Name: inner })), nested(12, inner => ({ 'Fn::Join': ['', [inner, inner]] })),
  ];
  for (const part of deep) {
    for (const at of [[...PROPERTIES, 'Stages'], [...PROPERTIES, 'Stages', 1, 'Actions', 0, 'Configuration', 'ProjectName'], [...PROPERTIES, 'Name']]) {
      survives(withPart(validTemplate(), at, part));
    }
  }
  for (const text of ['#{'.repeat(50_000), '${'.repeat(50_000), '('.repeat(50_000), 'a,'.repeat(50_000), '*/'.repeat(50_000), ' '.repeat(100_000)]) {
    for (const at of partsOf(validTemplate(), PROPERTIES).filter(place => typeof partAt(validTemplate(), place) !== 'object')) {
      survives(withPart(validTemplate(), at, text));
    }
  }
});
