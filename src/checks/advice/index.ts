import type { Check } from '../check';
import { ADMINISTRATOR_ROLE } from './administrator-role';
import { APPROVALS_IN_A_ROW } from './approvals-in-a-row';
import { ARTIFACT_NAME_SAYS_NOTHING } from './artifact-name';
import { ARTIFACT_UNUSED } from './artifact-unused';
import { COSTLY_BUILD } from './costly-build';
import { DEPLOY_WITHOUT_ROLLBACK } from './deploy-without-rollback';
import { OVERGROWN_PIPELINE } from './overgrown-pipeline';
import { PLAIN_TEXT_SECRET } from './plain-text-secret';
import { POLLING_SOURCE } from './polling-source';
import { PRIVILEGED_BUILD } from './privileged-build';
import { PRODUCTION_WITHOUT_APPROVAL } from './production-without-approval';

export const ADVICE_CHECKS: readonly Check[] = [
  PRODUCTION_WITHOUT_APPROVAL,
  DEPLOY_WITHOUT_ROLLBACK,
  APPROVALS_IN_A_ROW,
  PLAIN_TEXT_SECRET,
  ADMINISTRATOR_ROLE,
  PRIVILEGED_BUILD,
  COSTLY_BUILD,
  POLLING_SOURCE,
  ARTIFACT_UNUSED,
  ARTIFACT_NAME_SAYS_NOTHING,
  OVERGROWN_PIPELINE,
];
