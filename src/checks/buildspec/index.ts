import type { Check } from '../check';
import { ARTIFACT_IDENTIFIER } from './artifact-identifier';
import { BATCH_VERSION } from './batch-version';
import { BUILDSPEC_ARTIFACTS } from './buildspec-artifacts';
import { BUILDSPEC_BATCH } from './buildspec-batch';
import { BUILDSPEC_EXPORTED } from './buildspec-exported';
import { BUILDSPEC_PLATFORM } from './buildspec-platform';
import { BUILDSPEC_REPORTS } from './buildspec-reports';
import { BUILDSPEC_SYNTAX } from './buildspec-syntax';
import { BUILDSPEC_UNKNOWN_KEY } from './buildspec-unknown-key';
import { RESERVED_VARIABLE } from './reserved-variable';

export const BUILDSPEC_CHECKS: readonly Check[] = [
  BUILDSPEC_SYNTAX, BUILDSPEC_PLATFORM, BUILDSPEC_UNKNOWN_KEY, BUILDSPEC_ARTIFACTS,
  ARTIFACT_IDENTIFIER, BUILDSPEC_EXPORTED, BUILDSPEC_REPORTS, BUILDSPEC_BATCH, BATCH_VERSION, RESERVED_VARIABLE,
];
