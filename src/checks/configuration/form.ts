import type { Check } from '../check';
import { shown } from '../known';
import { namedBeside } from '../named-beside';
import { configuredIn, fixedText } from './configured';

export const CONFIGURATION_FORM: Check = {
  id: 'conveyor:configuration-form',
  severity: 'error',
  title: 'A value in the configuration of an action does not look like what it must be',
  why: 'CodePipeline refuses the pipeline, or the action fails: it finds nothing under that name.',
  mend: 'Write the value in the form that the provider takes.',
  * find(pipeline, plan) {
    for (const { given } of configuredIn(pipeline)) {
      for (const { key, value, rule: { form } } of given) {
        const text = fixedText(value);
        if (!form || text === '') continue;
        const beside = form.arnOf && text === undefined ? namedBeside(value, form.arnOf, plan, pipeline.stackName) : undefined;
        if (beside) yield { at: value, wrong: `${key} is the name of ${beside.logicalId}, which is not ${form.is}.`, mend: 'Use its ARN.' };
        if (text === undefined ? !form.confused?.test(value.written ?? '') : form.pattern.test(text)) continue;
        yield { at: value, wrong: `${key} is ${shown(text ?? value.written!)}, which is not ${form.is}.`, mend: `Write it as in "${form.example}".` };
      }
    }
  },
};
