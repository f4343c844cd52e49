import type { Check } from '../check';
import { RUN_ORDER } from './run-order';
import { STAGE_COUNT } from './stage-count';

export const STRUCTURE_CHECKS: readonly Check[] = [STAGE_COUNT, RUN_ORDER];
