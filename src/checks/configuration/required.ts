import type { Check } from '../check';
import { actionsOf } from '../parts';

export const CONFIGURATION_REQUIRED: Check = {
  id: 'conveyor:configuration-required',
  severity: 'error',
  title: 'A key that an action\'s provider requires is not in its configuration',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Give the action a value for the key.',
  * find(pipeline) {
    for (const { action, row } of actionsOf(pipeline)) {
      const configuration = action.declared.at('Configuration');
      if (!row || configuration.unknown) continue;
      for (const [key, { required }] of Object.entries(row.configuration)) {
        if (required && !configuration.at(key).given) {
          yield { at: configuration.given ? configuration : action.declared, wrong: `${row.provider} needs ${key}.`, mend: `Add it to the action's configuration: see ${row.source}.` };
        }
      }
    }
  },
};
