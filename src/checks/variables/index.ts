import type { Check } from '../check';

export const VARIABLES_CHECKS: readonly Check[] = [];
