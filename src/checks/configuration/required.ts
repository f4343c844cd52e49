import type { Declared } from '../../plan';
import type { Check } from '../check';
import { configuredIn, listed } from './configured';

export const CONFIGURATION_REQUIRED: Check = {
  id: 'conveyor:configuration-required',
  severity: 'error',
  title: 'A key that an action\'s provider requires is not in its configuration',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Give the action a value for the key.',
  * find(pipeline, plan) {
    for (const action of configuredIn(pipeline)) {
      const { row, where } = action;
      const missing = Object.keys(row.configuration).filter(key => row.configuration[key].required && action.lacks(key));
      // a key that one branch of an `Fn::If` leaves out is found in that branch
      const isBranch = ({ path }: Declared) => plan.branchAt(pipeline.file, path).length > path.length;
      const [branches, absent] = [true, false].map(branch => missing.filter(key => isBranch(action.configuration.at(key)) === branch));
      const wrong = (keys: readonly string[]) => ({ wrong: `${row.provider} needs ${listed(keys)}.`, mend: `Add it to the action's configuration: see ${row.source}.` });
      for (const key of branches) yield { at: action.configuration.at(key), ...wrong([key]) };
      if (absent.length > 0) yield { at: where, ...wrong(absent) };
    }
  },
};
