import { type Check, LIMITS } from '../check';
import { knownPart, shown } from '../known';
import { actionsOf } from '../parts';

const KEY = 50;
const VALUE = 1000;

export const CONFIGURATION_LENGTH: Check = {
  id: 'conveyor:configuration-length',
  severity: 'error',
  title: 'A key in a configuration has more than 50 characters, or a value none or more than 1000',
  why: 'CodePipeline refuses the pipeline: the limits hold before variables are put in.',
  mend: 'Shorten it: what is long can stand in a file of the artifact, or with the project or function that the action names.',
  source: LIMITS,
  * find(pipeline) {
    for (const { action } of actionsOf(pipeline)) {
      const configuration = action.declared.at('Configuration');
      for (const key of configuration.keys) {
        const value = configuration.at(key);
        const { length } = knownPart(value) ?? { length: undefined };
        if (key.length > KEY) yield { at: value.given ? value : configuration, wrong: `The key ${shown(key)} has ${key.length} characters.` };
        if (length === undefined) continue;
        if (length > VALUE) yield { at: value, wrong: `The value of ${key.slice(0, KEY)} has ${value.unknown ? 'at least ' : ''}${length} characters.` };
        if (value.text === '') yield { at: value, wrong: `The value of ${key.slice(0, KEY)} is empty.`, mend: 'Give it a value, or leave the key out.' };
      }
    }
  },
};
