import { nameOf } from '../advice/resource-name';
import type { Check } from '../check';
import { isFirstOfTemplate } from '../first-of-template';
import { mayHaveLess, policiesIn } from './policies';

/** Ten is the default; nobody gets more than these. */
const MOST = 25;

export const ROLE_POLICY_COUNT: Check = {
  id: 'conveyor:role-policy-count',
  severity: 'error',
  title: `A role beside a pipeline has more than ${MOST} managed policies`,
  why: `IAM refuses the role, and the stack of the pipeline is not deployed. A role has at most 10 managed policies, or up to ${MOST} where the quota was raised.`,
  mend: 'Join policies, or divide the work among several roles.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  * find(pipeline, plan) {
    if (!isFirstOfTemplate(pipeline, plan)) return;
    const { byRole } = policiesIn(plan);
    for (const role of plan.resources.ofType('AWS::IAM::Role', pipeline.file)) {
      const beside = (byRole.get(role.name) ?? []).filter(({ file, type }) => file === role.file && type === 'AWS::IAM::ManagedPolicy').map(({ arn }) => arn);
      const known = role.declared.at('ManagedPolicyArns').items.map(({ identity }) => identity).filter(arn => arn !== undefined);
      const count = new Set([...known, ...beside]).size;
      if (count > MOST && !mayHaveLess(role, plan)) yield { at: role.declared, wrong: `The role "${nameOf(role)}" has ${count} managed policies.` };
    }
  },
};
