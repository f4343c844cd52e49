/** What can be made wrong in a pipeline, one thing at a time, and the check that must find it. */

import { ARTIFACT_MUTATIONS } from './artifacts';
import { BUILD_MUTATIONS } from './builds';
import { COMMAND_MUTATIONS } from './commands';
import { CONDITION_MUTATIONS } from './conditions';
import { CONFIGURATION_MUTATIONS } from './configuration';
import { ROLE_MUTATIONS } from './roles';
import { STORE_MUTATIONS } from './stores';
import { STRUCTURE_MUTATIONS } from './structure';
import { Mutation } from './subject';
import { TEMPLATE_MUTATIONS } from './template';
import { TRIGGER_MUTATIONS } from './triggers';
import { VARIABLE_MUTATIONS } from './variables';

export const MUTATIONS: readonly Mutation[] = [
  ...STRUCTURE_MUTATIONS, ...CONFIGURATION_MUTATIONS, ...ARTIFACT_MUTATIONS, ...VARIABLE_MUTATIONS, ...COMMAND_MUTATIONS, ...CONDITION_MUTATIONS,
  ...TRIGGER_MUTATIONS, ...STORE_MUTATIONS, ...ROLE_MUTATIONS, ...BUILD_MUTATIONS, ...TEMPLATE_MUTATIONS,
];
