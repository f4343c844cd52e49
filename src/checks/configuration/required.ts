import type { Check } from '../check';
import { configuredIn, listed } from './configured';

export const CONFIGURATION_REQUIRED: Check = {
  id: 'conveyor:configuration-required',
  severity: 'error',
  title: 'A key that an action\'s provider requires is not in its configuration',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Give the action a value for the key.',
  * find(pipeline) {
    for (const action of configuredIn(pipeline)) {
      const { row, where } = action;
      const missing = Object.keys(row.configuration).filter(key => row.configuration[key].required && action.lacks(key));
      if (missing.length > 0) {
        yield { at: where, wrong: `${row.provider} needs ${listed(missing)}.`, mend: `Add it to the action's configuration: see ${row.source}.` };
      }
    }
  },
};
