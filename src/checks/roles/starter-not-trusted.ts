import type { Check } from '../check';
import { distrustful } from './trust';

export const STARTER_NOT_TRUSTED: Check = {
  id: 'conveyor:starter-not-trusted',
  severity: 'warning',
  title: 'The role with which a rule or a schedule starts the pipeline does not trust EventBridge',
  why: 'The rule or the schedule never starts the pipeline, and nothing tells of it.',
  mend: 'Name the service as a principal in the `AssumeRolePolicyDocument` of the role, with the action sts:AssumeRole.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
  find: (pipeline, plan) => distrustful(pipeline, plan, ({ starts }) => starts === true),
};
