import type { Check } from '../check';
import { CONFIGURATION_ARTIFACT } from './artifact';
import { CONFIGURATION_COMBINATION } from './combination';
import { CONFIGURATION_CUSTOM } from './custom-action';
import { CUSTOM_TYPE } from './custom-type';
import { CONFIGURATION_FORM } from './form';
import { CONFIGURATION_JSON } from './json';
import { CONFIGURATION_LENGTH } from './length';
import { CONFIGURATION_NUMBER } from './number';
import { CONFIGURATION_REQUIRED } from './required';
import { SOURCE_BUCKET } from './source-bucket';
import { SOURCE_REPOSITORY } from './source-repository';
import { CONFIGURATION_TEXT } from './text';
import { CONFIGURATION_UNKNOWN } from './unknown';
import { CONFIGURATION_VALUE } from './value';

export const CONFIGURATION_CHECKS: readonly Check[] = [
  CONFIGURATION_REQUIRED,
  CONFIGURATION_UNKNOWN,
  CONFIGURATION_VALUE,
  CONFIGURATION_NUMBER,
  CONFIGURATION_FORM,
  CONFIGURATION_LENGTH,
  CONFIGURATION_TEXT,
  CONFIGURATION_JSON,
  CONFIGURATION_ARTIFACT,
  CONFIGURATION_COMBINATION,
  CONFIGURATION_CUSTOM,
  CUSTOM_TYPE,
  SOURCE_BUCKET,
  SOURCE_REPOSITORY,
];
