import { CATEGORIES, PROVIDER_NAME, VERSION } from '../../catalog/names';
import type { Declared } from '../../plan';
import { type Check, LIMITS, type Problem } from '../check';
import { isFirstOfTemplate } from '../first-of-template';
import { lacks, shown } from '../known';
import { twice } from '../twice';

const [MOST, LONGEST, MOST_ARTIFACTS] = [10, 50, 5];
const TYPES = ['String', 'Number', 'Boolean'];
const SIDES = ['InputArtifactDetails', 'OutputArtifactDetails'];

export const CUSTOM_TYPE: Check = {
  id: 'conveyor:custom-type',
  severity: 'error',
  title: 'A custom action type beside a pipeline is none that CodePipeline takes',
  why: 'CodePipeline refuses the type, and the deployment fails.',
  mend: 'Give the type a category, a provider, a version, how many artifacts it takes and gives (0 to 5), and at most 10 properties.',
  source: LIMITS,
  * find(pipeline, plan) {
    if (!isFirstOfTemplate(pipeline, plan)) return;
    for (const { declared } of plan.resources.ofType('AWS::CodePipeline::CustomActionType', pipeline.file)) {
      for (const key of ['Category', 'Provider', 'Version', ...SIDES]) if (lacks(declared, key)) yield { at: declared, wrong: `The type has no ${key}.`, mend: `Add ${key}.` };
      yield* wrongId(declared);
      for (const side of SIDES) yield* wrongBounds(declared.at(side), side);
      yield* wrongProperties(declared.at('ConfigurationProperties'));
    }
  },
};

function* wrongId(type: Declared): Generator<Problem> {
  const [category, provider, version] = ['Category', 'Provider', 'Version'].map(key => type.at(key));
  if (category.text !== undefined && !CATEGORIES.includes(category.text)) yield { at: category, wrong: `The category is ${shown(category.text)}.`, mend: `Use one of ${CATEGORIES.join(', ')}.` };
  for (const [value, rule] of [[provider, PROVIDER_NAME], [version, VERSION]] as const) {
    if (value.text !== undefined && !rule.pattern.test(value.text)) yield { at: value, wrong: `${shown(value.text)} is not allowed.`, mend: `Use ${rule.allowed}.` };
  }
}

function* wrongBounds(details: Declared, side: string): Generator<Problem> {
  const [min, max] = ['MinimumCount', 'MaximumCount'].map(key => details.at(key));
  for (const count of [min, max]) {
    if (count.text !== undefined && !(/^\d$/.test(count.text) && Number(count.text) <= MOST_ARTIFACTS)) yield { at: count, wrong: `A count of ${side} is ${shown(count.text)}.`, mend: `Use a whole number from 0 to ${MOST_ARTIFACTS}.` };
  }
  if (min.text !== undefined && max.text !== undefined && Number(min.text) > Number(max.text)) yield { at: details, wrong: `${side} has a minimum of ${min.text} and a maximum of ${max.text}.`, mend: 'Exchange them.' };
}

function* wrongProperties(list: Declared): Generator<Problem> {
  const properties = list.items;
  if (properties.length > MOST) yield { at: list, wrong: `The type has ${properties.length} properties.`, mend: `A type has ${MOST} at most.` };
  for (const property of properties) yield* wrongProperty(property);
  for (const { at, text } of twice(properties.map(property => property.at('Name')))) yield { at, wrong: `Two properties are called ${shown(text)}.`, mend: 'Leave one of them out.' };
  const queryable = properties.filter(property => property.at('Queryable').text === 'true');
  if (queryable.length > 1) yield { at: queryable[1], wrong: `The type has ${queryable.length} queryable properties.`, mend: 'One property at most is queryable.' };
}

function* wrongProperty(property: Declared): Generator<Problem> {
  const [name, type, queryable] = ['Name', 'Type', 'Queryable'].map(key => property.at(key));
  if (lacks(property, 'Name')) yield { at: property, wrong: 'A property has no name.', mend: 'Give it a `Name`.' };
  if (name.text !== undefined && (name.text === '' || name.text.length > LONGEST)) yield { at: name, wrong: `The name of a property has ${name.text.length} characters.`, mend: `Use 1 to ${LONGEST}.` };
  if (type.text !== undefined && !TYPES.includes(type.text)) yield { at: type, wrong: `The type of a property is ${shown(type.text)}.`, mend: `Use ${TYPES.join(', ')}.` };
  if (queryable.text === 'true' && (property.at('Required').text === 'false' || property.at('Secret').text === 'true')) {
    yield { at: queryable, wrong: 'A property is queryable, and not required, or secret.', mend: 'What is queryable is required, and no secret.' };
  }
}
