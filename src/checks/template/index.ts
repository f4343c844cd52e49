import type { Check } from '../check';
import { CIRCULAR } from './circular';
import { DEPLOYMENT_GROUP } from './deployment-group';
import { FUNCTION_WRONG } from './function-wrong';
import { NAME_MISSING } from './name-missing';
import { RESOURCE_TYPE } from './resource-type';

export const TEMPLATE_CHECKS: readonly Check[] = [NAME_MISSING, FUNCTION_WRONG, CIRCULAR, RESOURCE_TYPE, DEPLOYMENT_GROUP];
