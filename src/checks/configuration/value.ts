import type { Check } from '../check';
import { shown } from '../known';
import { configuredIn, fixedText } from './configured';

const TRUTH = ['true', 'false'];

export const CONFIGURATION_VALUE: Check = {
  id: 'conveyor:configuration-value',
  severity: 'error',
  title: 'A value in the configuration of an action is none of those that its provider takes',
  why: 'CodePipeline refuses the pipeline, or the action fails.',
  mend: 'Use one of the values that the provider takes.',
  * find(pipeline) {
    for (const { row, given } of configuredIn(pipeline)) {
      for (const { key, value, rule: { values } } of given) {
        const text = fixedText(value);
        if (!values || text === undefined || text === '') continue;
        const isTruth = values.every(one => TRUTH.includes(one));
        if (values.includes(isTruth ? text.toLowerCase() : text)) continue;
        const meant = values.find(one => one.toLowerCase() === text.toLowerCase());
        yield {
          at: value,
          wrong: `${row.provider} does not take ${shown(text)} as ${key}.`,
          mend: meant ? `Write ${meant}.` : `Use one of ${values.join(', ')}.`,
        };
      }
    }
  },
};
