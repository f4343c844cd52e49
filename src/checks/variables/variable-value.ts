import { type Check, LIMITS } from '../check';
import { knownPart } from '../known';

const [LONGEST_VALUE, LONGEST_DESCRIPTION] = [1000, 200];

export const VARIABLE_VALUE: Check = {
  id: 'conveyor:variable-value',
  severity: 'error',
  title: 'A variable\'s default is empty or has more than 1000 characters, its description more than 200, or one of them more than one line',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Use 1 to 1000 characters as a default, and at most 200 as a description, all of them in one line.',
  source: LIMITS,
  * find({ declared }) {
    for (const variable of declared.at('Variables').items) {
      const [value, description] = ['DefaultValue', 'Description'].map(key => variable.at(key));
      for (const [text, what] of [[value, 'default'], [description, 'description']] as const) {
        if (/[\r\n]/.test(knownPart(text) ?? '')) yield { at: text, wrong: `The ${what} has more than one line.` };
      }
      const length = knownPart(value)?.length ?? 0;
      if (value.text === '') yield { at: value, wrong: 'The default is empty.', mend: 'Leave it out: then a value must be given at every start.' };
      if (length > LONGEST_VALUE) yield { at: value, wrong: `The default has ${length} characters.` };
      const words = knownPart(description)?.length ?? 0;
      if (words > LONGEST_DESCRIPTION) yield { at: description, wrong: `The description has ${words} characters.` };
    }
  },
};
