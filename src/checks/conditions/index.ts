import type { Check } from '../check';
import { CONDITION_COUNT } from './condition-count';
import { CONDITION_RESULT } from './condition-result';
import { RETRY_MODE } from './retry-mode';
import { RETRY_WITH_CONDITIONS } from './retry-with-conditions';
import { ROLLBACK_PARALLEL } from './rollback-parallel';
import { ROLLBACK_SOURCE } from './rollback-source';
import { RULE_CONFIGURATION } from './rule-configuration';
import { RULE_COUNT } from './rule-count';
import { RULE_NAME } from './rule-name';
import { RULE_PATTERN } from './rule-pattern';
import { RULE_PROVIDER_UNKNOWN } from './rule-provider-unknown';
import { SKIP_NOT_POSSIBLE } from './skip-not-possible';
import { WINDOW } from './window';

export const CONDITIONS_CHECKS: readonly Check[] = [
  CONDITION_COUNT, CONDITION_RESULT, SKIP_NOT_POSSIBLE, RETRY_MODE, RETRY_WITH_CONDITIONS, ROLLBACK_PARALLEL, ROLLBACK_SOURCE,
  RULE_COUNT, RULE_NAME, RULE_PROVIDER_UNKNOWN, RULE_CONFIGURATION, RULE_PATTERN, WINDOW,
];
