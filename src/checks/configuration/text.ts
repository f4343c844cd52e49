import { type Check, STRUCTURE } from '../check';
import { actionsOf } from '../parts';

export const CONFIGURATION_TEXT: Check = {
  id: 'conveyor:configuration-text',
  severity: 'error',
  title: 'A value in the configuration of an action is a list or an object, or there is none',
  why: 'CloudFormation refuses the template: a configuration has texts, numbers, and true or false.',
  mend: 'Write it as a text of JSON: `!ToJsonString` makes one.',
  source: STRUCTURE,
  * find(pipeline) {
    for (const { action } of actionsOf(pipeline)) {
      const configuration = action.declared.at('Configuration');
      if (configuration.isList) yield { at: configuration, wrong: 'The configuration is a list.', mend: 'Write it as an object of keys and values.' };
      for (const key of configuration.keys) {
        const value = configuration.at(key);
        if (key.startsWith('Fn::')) continue;
        if (value.value === null) yield { at: configuration, wrong: `${key.slice(0, 50)} has no value.`, mend: 'Give it a value, or leave the key out.' };
        if (value.isList || value.isObject) yield { at: value, wrong: `The value of ${key.slice(0, 50)} is ${value.isList ? 'a list' : 'an object'}.` };
      }
    }
  },
};
