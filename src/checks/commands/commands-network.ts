import { commandActionsIn } from './places';
import { COMMANDS } from '../../catalog/builds';
import type { Check } from '../check';
import { lacks } from '../known';

/** INFERRED for Commands: CodeBuild, in whose compute they run, takes all three or none. */
const KEYS = ['VpcId', 'Subnets', 'SecurityGroupIds'];

export const COMMANDS_NETWORK: Check = {
  id: 'conveyor:commands-network',
  severity: 'error',
  title: 'A Commands action names a part of a network, and not all of it',
  why: 'The action cannot run: its machine is put into subnets of a VPC, behind security groups.',
  mend: 'Give VpcId, Subnets and SecurityGroupIds, or none of them.',
  source: COMMANDS.source,
  * find(pipeline) {
    for (const declared of commandActionsIn(pipeline)) {
      const configuration = declared.at('Configuration');
      const given = KEYS.filter(key => configuration.at(key).given);
      const missing = KEYS.filter(key => lacks(configuration, key));
      if (given.length && missing.length) {
        yield { at: configuration.at(given[0]), wrong: `The action has ${given.join(' and ')}, and no ${missing.join(' and no ')}.`, mend: `Add ${missing.join(' and ')}, or leave ${given.join(' and ')} out.` };
      }
    }
  },
};
