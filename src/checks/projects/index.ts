import type { Check } from '../check';
import { PROJECT_BATCH } from './project-batch';
import { PROJECT_PROPERTY } from './project-property';
import { PROJECT_SOURCE } from './project-source';
import { PROJECT_VALUE } from './project-value';

export const PROJECTS_CHECKS: readonly Check[] = [PROJECT_SOURCE, PROJECT_PROPERTY, PROJECT_VALUE, PROJECT_BATCH];
