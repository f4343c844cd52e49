import type { Check } from '../check';

export const STORES_CHECKS: readonly Check[] = [];
