import type { Check } from '../check';

export const ADVICE_CHECKS: readonly Check[] = [];
