import type { Check } from '../check';
import { ACTION_COUNT } from './action-count';
import { ACTION_NAME_TWICE } from './action-name-twice';
import { ACTION_REGION } from './action-region';
import { ACTION_TYPE_UNKNOWN } from './action-type-unknown';
import { ATTRIBUTE_MISSING } from './attribute-missing';
import { EXECUTION_MODE } from './execution-mode';
import { FIRST_STAGE_SOURCE } from './first-stage-source';
import { KEY_TWICE } from './key-twice';
import { NAME_NOT_ALLOWED } from './name-not-allowed';
import { NEEDS_V2 } from './needs-v2';
import { PIPELINE_SIZE } from './pipeline-size';
import { PIPELINE_TYPE } from './pipeline-type';
import { PROPERTY_KIND } from './property-kind';
import { PROPERTY_UNKNOWN } from './property-unknown';
import { ROLE_ELSEWHERE } from './role-elsewhere';
import { ROLE_MISSING } from './role-missing';
import { ROLE_NOT_ARN } from './role-not-arn';
import { RUN_ORDER } from './run-order';
import { SOURCE_ELSEWHERE } from './source-elsewhere';
import { STAGE_COUNT } from './stage-count';
import { STAGE_NAME_TWICE } from './stage-name-twice';
import { TAGS } from './tags';
import { TEMPLATE_SIZE } from './template-size';
import { TIMEOUT } from './timeout';
import { TRANSITION } from './transition';

export const STRUCTURE_CHECKS: readonly Check[] = [
  STAGE_COUNT,
  ACTION_COUNT,
  PIPELINE_SIZE,
  TEMPLATE_SIZE,
  KEY_TWICE,
  FIRST_STAGE_SOURCE,
  SOURCE_ELSEWHERE,
  STAGE_NAME_TWICE,
  ACTION_NAME_TWICE,
  NAME_NOT_ALLOWED,
  RUN_ORDER,
  ACTION_TYPE_UNKNOWN,
  PIPELINE_TYPE,
  EXECUTION_MODE,
  NEEDS_V2,
  TIMEOUT,
  ACTION_REGION,
  TRANSITION,
  TAGS,
  ROLE_MISSING,
  ROLE_NOT_ARN,
  ROLE_ELSEWHERE,
  ATTRIBUTE_MISSING,
  PROPERTY_UNKNOWN,
  PROPERTY_KIND,
];
