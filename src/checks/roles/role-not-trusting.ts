import type { Check } from '../check';
import { distrustful } from './trust';

export const ROLE_NOT_TRUSTING: Check = {
  id: 'conveyor:role-not-trusting',
  severity: 'error',
  title: 'A role does not trust the service that works with it',
  why: 'The service cannot take the role on: CodePipeline refuses the pipeline, or the action or the build fails.',
  mend: 'Name the service as a principal in the `AssumeRolePolicyDocument` of the role, with the action sts:AssumeRole.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
  find: (pipeline, plan) => distrustful(pipeline, plan, ({ starts }) => !starts),
};
