import { STORE_BOTH } from './store-both';
import { STORE_KEY } from './store-key';
import { STORE_KEY_REGION } from './store-key-region';
import { STORE_KEY_UNFIT } from './store-key-unfit';
import { STORE_MISSING } from './store-missing';
import { STORE_PREFIX_SHARED } from './store-prefix-shared';
import { STORE_REGION } from './store-region';
import { STORE_TYPE } from './store-type';
import type { Check } from '../check';

export const STORES_CHECKS: readonly Check[] = [
  STORE_MISSING, STORE_BOTH, STORE_TYPE, STORE_REGION, STORE_KEY, STORE_KEY_REGION, STORE_KEY_UNFIT, STORE_PREFIX_SHARED,
];
