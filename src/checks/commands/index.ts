import type { Check } from '../check';

export const COMMANDS_CHECKS: readonly Check[] = [];
