import type { NumberRange } from '../../catalog/provider';
import type { Check } from '../check';
import { shown } from '../known';
import { configuredIn, fixedText } from './configured';

export const CONFIGURATION_NUMBER: Check = {
  id: 'conveyor:configuration-number',
  severity: 'error',
  title: 'A number in the configuration of an action is none, or is out of its bounds',
  why: 'CodePipeline refuses the pipeline, or the action fails.',
  mend: 'Use a number within the bounds.',
  * find(pipeline) {
    for (const { row, given } of configuredIn(pipeline)) {
      for (const { key, value, rule: { range } } of given) {
        const text = fixedText(value);
        if (!range || text === undefined || text === '' || isWithin(text, range)) continue;
        yield { at: value, wrong: `${row.provider} does not take ${shown(text)} as ${key}.`, mend: `Use ${spoken(range)}.` };
      }
    }
  },
};

function isWithin(text: string, { min, max, fraction }: NumberRange): boolean {
  const form = fraction ? /^-?\d{1,15}(\.\d{1,20})?$/ : /^\d{1,15}$/;
  return form.test(text) && Number(text) >= min && Number(text) <= max;
}

function spoken({ min, max, fraction }: NumberRange): string {
  return `a ${fraction ? '' : 'whole '}number ${max === Infinity ? `of ${min} or more` : `from ${min} to ${max}`}`;
}
