import { COMMAND_FORM } from './command-form';
import { COMMANDS_COUNT } from './commands-count';
import { COMMANDS_ELSEWHERE } from './commands-elsewhere';
import { COMMANDS_MISSING } from './commands-missing';
import { COMMANDS_NETWORK } from './commands-network';
import { COMMANDS_PLACE } from './commands-place';
import { ENVIRONMENT_VARIABLES } from './environment-variables';
import { OUTPUT_VARIABLES } from './output-variables';
import type { Check } from '../check';

export const COMMANDS_CHECKS: readonly Check[] = [
  COMMANDS_MISSING,
  COMMANDS_COUNT,
  COMMAND_FORM,
  COMMANDS_ELSEWHERE,
  COMMANDS_NETWORK,
  COMMANDS_PLACE,
  OUTPUT_VARIABLES,
  ENVIRONMENT_VARIABLES,
];
