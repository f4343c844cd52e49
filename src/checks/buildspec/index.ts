import type { Check } from '../check';

export const BUILDSPEC_CHECKS: readonly Check[] = [];
