import type { Check } from '../check';

export const CONDITIONS_CHECKS: readonly Check[] = [];
