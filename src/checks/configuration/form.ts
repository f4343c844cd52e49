import type { Check } from '../check';
import { shown } from '../known';
import { configuredIn, fixedText } from './configured';

export const CONFIGURATION_FORM: Check = {
  id: 'conveyor:configuration-form',
  severity: 'error',
  title: 'A value in the configuration of an action does not look like what it must be',
  why: 'CodePipeline refuses the pipeline, or the action fails: it finds nothing under that name.',
  mend: 'Write the value in the form that the provider takes.',
  * find(pipeline) {
    for (const { given } of configuredIn(pipeline)) {
      for (const { key, value, rule: { form } } of given) {
        const text = fixedText(value);
        if (!form || text === undefined || text === '' || form.pattern.test(text)) continue;
        yield { at: value, wrong: `${key} is ${shown(text)}, which is not ${form.is}.`, mend: `Write it as in "${form.example}".` };
      }
    }
  },
};
