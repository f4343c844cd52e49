import { near } from '../../catalog/nearest';
import { type Check, GUIDE } from '../check';
import { customTypeOf } from '../custom-type-of';
import { lacks, shown } from '../known';
import { actionsOf } from '../parts';
import { listed } from './configured';

export const CONFIGURATION_CUSTOM: Check = {
  id: 'conveyor:configuration-custom',
  severity: 'error',
  title: 'The configuration of a custom action is not what its type, in the same template, asks for',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Give the action the properties that its AWS::CodePipeline::CustomActionType declares.',
  source: `${GUIDE}/actions-create-custom-action.html`,
  * find(pipeline, plan) {
    for (const { action: { declared } } of actionsOf(pipeline)) {
      const properties = customTypeOf(declared, plan)?.at('ConfigurationProperties');
      const names = properties?.items.map(property => property.at('Name').text) ?? [];
      if (properties === undefined || (properties.given && !properties.isWhole) || names.includes(undefined)) continue;
      const configuration = declared.at('Configuration');
      const isMissing = (name: string) => (configuration.given ? lacks(configuration, name) : lacks(declared, 'Configuration'));
      const missing = properties.items.filter(property => property.at('Required').text === 'true').map(property => property.at('Name').text!).filter(isMissing);
      if (missing.length) yield { at: configuration.given ? configuration : declared, wrong: `The type of the action requires ${listed(missing)}.`, mend: 'Add it to the configuration.' };
      for (const key of configuration.keys) {
        if (names.includes(key) || key.startsWith('Fn::')) continue;
        const meant = near(key, names.map(String));
        yield { at: configuration.at(key), wrong: `The type of the action has no property ${shown(key)}.`, mend: meant && `Did you mean ${meant}?` };
      }
    }
  },
};
