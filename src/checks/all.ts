/** Every check, in the order of docs/checks.md. */

import { ADVICE_CHECKS } from './advice';
import { ARTIFACTS_CHECKS } from './artifacts';
import { BUILDSPEC_CHECKS } from './buildspec';
import type { Check } from './check';
import { COMMANDS_CHECKS } from './commands';
import { CONDITIONS_CHECKS } from './conditions';
import { CONFIGURATION_CHECKS } from './configuration';
import { PROJECTS_CHECKS } from './projects';
import { ROLES_CHECKS } from './roles';
import { STORES_CHECKS } from './stores';
import { STRUCTURE_CHECKS } from './structure';
import { TEMPLATE_CHECKS } from './template';
import { TRIGGERS_CHECKS } from './triggers';
import { VARIABLES_CHECKS } from './variables';

/** The checks by what they are about. */
export const SUBJECTS: Readonly<Record<string, readonly Check[]>> = {
  'Structure': STRUCTURE_CHECKS,
  'The template as a whole': TEMPLATE_CHECKS,
  'Configuration': CONFIGURATION_CHECKS,
  'Artifacts': ARTIFACTS_CHECKS,
  'Variables': VARIABLES_CHECKS,
  'Commands': COMMANDS_CHECKS,
  'Conditions and rules': CONDITIONS_CHECKS,
  'Triggers and schedules': TRIGGERS_CHECKS,
  'Artifact stores': STORES_CHECKS,
  'Roles': ROLES_CHECKS,
  'Build projects': PROJECTS_CHECKS,
  'Builds': BUILDSPEC_CHECKS,
  'Advice': ADVICE_CHECKS,
};

export const CHECKS: readonly Check[] = Object.values(SUBJECTS).flat();
