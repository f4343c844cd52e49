import type { Check } from '../check';
import { ROLE_LACKS_PERMISSION } from './role-lacks-permission';
import { ROLE_NOT_TRUSTING } from './role-not-trusting';
import { ROLE_POLICY_COUNT } from './role-policy-count';
import { ROLE_POLICY_SIZE } from './role-policy-size';
import { STARTER_NOT_TRUSTED } from './starter-not-trusted';

export const ROLES_CHECKS: readonly Check[] = [ROLE_LACKS_PERMISSION, ROLE_NOT_TRUSTING, STARTER_NOT_TRUSTED, ROLE_POLICY_SIZE, ROLE_POLICY_COUNT];
