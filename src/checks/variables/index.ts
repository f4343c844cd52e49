import { NAMESPACE_IS_ARTIFACT } from './namespace-is-artifact';
import { NAMESPACE_NOT_ALLOWED } from './namespace-not-allowed';
import { NAMESPACE_RESERVED } from './namespace-reserved';
import { NAMESPACE_TWICE } from './namespace-twice';
import { REFERENCE_DOUBTFUL } from './reference-doubtful';
import { REFERENCE_MALFORMED } from './reference-malformed';
import { REFERENCE_TOO_EARLY } from './reference-too-early';
import { REFERENCE_UNKNOWN } from './reference-unknown';
import { VARIABLE_COUNT } from './variable-count';
import { VARIABLE_IN_SOURCE } from './variable-in-source';
import { VARIABLE_NAME } from './variable-name';
import { VARIABLE_VALUE } from './variable-value';
import type { Check } from '../check';

export const VARIABLES_CHECKS: readonly Check[] = [
  VARIABLE_COUNT,
  VARIABLE_NAME,
  VARIABLE_VALUE,
  VARIABLE_IN_SOURCE,
  NAMESPACE_NOT_ALLOWED,
  NAMESPACE_TWICE,
  NAMESPACE_RESERVED,
  NAMESPACE_IS_ARTIFACT,
  REFERENCE_UNKNOWN,
  REFERENCE_TOO_EARLY,
  REFERENCE_MALFORMED,
  REFERENCE_DOUBTFUL,
];
