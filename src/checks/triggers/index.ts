import type { Check } from '../check';
import { EVENT_NEVER } from './event-never';
import { NOTIFICATION } from './notification';
import { SCHEDULE } from './schedule';
import { STARTER_PATTERN } from './starter-pattern';
import { STARTER_ROLE } from './starter-role';
import { STARTER_TARGET } from './starter-target';
import { TRIGGER_COUNT } from './trigger-count';
import { TRIGGER_FILTER } from './trigger-filter';
import { TRIGGER_PATTERN } from './trigger-pattern';
import { TRIGGER_SIZE } from './trigger-size';
import { TRIGGER_SOURCE } from './trigger-source';
import { TRIGGER_WITHOUT_BRANCHES } from './trigger-without-branches';
import { WEBHOOK } from './webhook';

export const TRIGGERS_CHECKS: readonly Check[] = [
  TRIGGER_COUNT, TRIGGER_SOURCE, TRIGGER_FILTER, TRIGGER_PATTERN, TRIGGER_WITHOUT_BRANCHES, TRIGGER_SIZE, SCHEDULE, STARTER_ROLE, STARTER_TARGET,
  STARTER_PATTERN, WEBHOOK, NOTIFICATION, EVENT_NEVER,
];
