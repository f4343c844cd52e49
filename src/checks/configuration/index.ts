import type { Check } from '../check';
import { CONFIGURATION_REQUIRED } from './required';

export const CONFIGURATION_CHECKS: readonly Check[] = [CONFIGURATION_REQUIRED];
