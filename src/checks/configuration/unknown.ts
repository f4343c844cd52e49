import { near } from '../../catalog/nearest';
import type { Check } from '../check';
import { shown } from '../known';
import { configuredIn } from './configured';

export const CONFIGURATION_UNKNOWN: Check = {
  id: 'conveyor:configuration-unknown',
  severity: 'error',
  title: 'A key in the configuration of an action is none that its provider has',
  why: 'CodePipeline refuses the pipeline, or leaves the setting out that was meant.',
  mend: 'Write the key as the provider\'s reference does, or leave it out.',
  * find(pipeline) {
    for (const { configuration, row } of configuredIn(pipeline)) {
      const known = Object.keys(row.configuration);
      for (const key of configuration.keys) {
        if (known.includes(key) || key.startsWith('Fn::')) continue;
        const meant = near(key, known);
        const value = configuration.at(key);
        yield {
          at: value.given ? value : configuration,
          wrong: `${row.provider} has no key ${shown(key)}.`,
          mend: meant ? `Did you mean ${meant}?` : known.length > 0 ? `It has ${known.join(', ')}.` : 'It has no configuration.',
        };
      }
    }
  },
};
