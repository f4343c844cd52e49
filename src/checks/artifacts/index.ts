import type { Check } from '../check';

export const ARTIFACTS_CHECKS: readonly Check[] = [];
