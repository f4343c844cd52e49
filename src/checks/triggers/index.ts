import type { Check } from '../check';

export const TRIGGERS_CHECKS: readonly Check[] = [];
