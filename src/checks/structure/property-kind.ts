import type { Declared } from '../../plan';
import type { Check, Problem } from '../check';
import { shown } from '../known';
import { eachProperty, isList } from './each-property';
import { PIPELINE, type Properties, type Shape } from './known-properties';

/** Checks of their own say what artifacts look like. */
const ELSEWHERE = ['InputArtifacts', 'OutputArtifacts'];

export const PROPERTY_KIND: Check = {
  id: 'conveyor:property-kind',
  severity: 'error',
  title: 'A property is a text where an object or a list is expected, or the other way round, or has no value',
  why: 'CloudFormation refuses the template.',
  mend: 'Write the property as CloudFormation\'s reference does.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-pipeline.html',
  find: ({ declared }) => wrongKindsIn(declared, PIPELINE, ELSEWHERE),
};

/** What stands in something, or in a part of it, and is no value of its property. @param but properties that are not looked at */
export function* wrongKindsIn(declared: Declared, properties: Properties, but: readonly string[] = []): Generator<Problem> {
  for (const { key, value, shape } of eachProperty(declared, properties)) {
    if (shape === undefined) continue;
    if (value.value === null) {
      yield { at: value, wrong: `${key} has no value.`, mend: 'Give it one, or leave the property out.' };
    } else if (!but.includes(key)) {
      const expected = mismatch(value, shape);
      if (expected) yield { at: value, wrong: `${key} is ${kindOf(value)}.`, mend: `Write ${expected}.` };
      for (const item of typeof shape === 'object' && isList(shape) ? value.items : []) {
        if (item.value === null) yield { at: item, wrong: `An item of ${key} has no value.`, mend: 'Give it one, or leave the item out.' };
        else if (item.text !== undefined || item.isList) yield { at: item, wrong: `An item of ${key} is ${kindOf(item)}.`, mend: 'Write an object.' };
      }
    }
  }
}

/** What is expected, where it is certainly something else. */
function mismatch(value: Declared, shape: Shape): string | undefined {
  if (!value.given || value.unknown || shape === 'anything') return undefined;
  if (shape === 'text') return value.isObject || value.isList ? 'a single value' : undefined;
  if (shape === 'number') return Number.isInteger(Number(value.text?.trim() || NaN)) ? undefined : 'a whole number';
  if (shape === 'truth') return /^(true|false)$/i.test(value.text ?? '') ? undefined : 'true or false';
  if (shape === 'texts') return value.isList ? undefined : 'a list of texts';
  if (isList(shape)) return value.isList ? undefined : 'a list of objects';
  return value.isObject ? undefined : 'an object';
}

function kindOf(value: Declared): string {
  if (value.isList) return 'a list';
  return value.isObject ? 'an object' : `the text ${shown(value.text ?? '')}`;
}
