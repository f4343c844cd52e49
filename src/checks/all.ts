/** Every check, in the order of docs/checks.md. */

import { ADVICE_CHECKS } from './advice';
import { ARTIFACTS_CHECKS } from './artifacts';
import { BUILDSPEC_CHECKS } from './buildspec';
import type { Check } from './check';
import { COMMANDS_CHECKS } from './commands';
import { CONDITIONS_CHECKS } from './conditions';
import { CONFIGURATION_CHECKS } from './configuration';
import { STORES_CHECKS } from './stores';
import { STRUCTURE_CHECKS } from './structure';
import { TRIGGERS_CHECKS } from './triggers';
import { VARIABLES_CHECKS } from './variables';

export const CHECKS: readonly Check[] = [
  ...STRUCTURE_CHECKS,
  ...CONFIGURATION_CHECKS,
  ...ARTIFACTS_CHECKS,
  ...VARIABLES_CHECKS,
  ...COMMANDS_CHECKS,
  ...CONDITIONS_CHECKS,
  ...TRIGGERS_CHECKS,
  ...STORES_CHECKS,
  ...BUILDSPEC_CHECKS,
  ...ADVICE_CHECKS,
];
