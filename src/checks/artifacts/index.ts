import { ARTIFACT_COUNT } from './artifact-count';
import { ARTIFACT_NAME_NOT_ALLOWED } from './artifact-name-not-allowed';
import { ARTIFACT_NOT_PRODUCED } from './artifact-not-produced';
import { ARTIFACT_PRODUCED_LATER } from './artifact-produced-later';
import { ARTIFACT_READ_TWICE } from './artifact-read-twice';
import { ARTIFACT_TWICE } from './artifact-twice';
import { OUTPUT_FILES } from './output-files';
import type { Check } from '../check';

export const ARTIFACTS_CHECKS: readonly Check[] = [
  ARTIFACT_NAME_NOT_ALLOWED,
  ARTIFACT_COUNT,
  ARTIFACT_NOT_PRODUCED,
  ARTIFACT_PRODUCED_LATER,
  ARTIFACT_TWICE,
  ARTIFACT_READ_TWICE,
  OUTPUT_FILES,
];
