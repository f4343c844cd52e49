import { type Declared, type PipelinePlan, type Plan, replaceUnresolved } from '../../plan';
import { nameOf } from '../advice/resource-name';
import type { Check, Problem } from '../check';
import { isFirstOfTemplate } from '../first-of-template';
import { mayHaveLess, policiesIn } from './policies';

const [MANAGED, INLINE] = [6144, 10_240];

export const ROLE_POLICY_SIZE: Check = {
  id: 'conveyor:role-policy-size',
  severity: 'error',
  title: `A managed policy beside a pipeline has more than ${MANAGED} characters, or the inline policies of a role together more than ${INLINE}`,
  why: 'IAM refuses the policy, and the stack of the pipeline is not deployed. Blanks do not count, and neither do parts that are unknown.',
  mend: 'Name less with more: join statements, use prefixes, and divide what is left among several managed policies or several roles.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  * find(pipeline, plan) {
    if (!isFirstOfTemplate(pipeline, plan)) return;
    for (const policy of plan.resources.ofType('AWS::IAM::ManagedPolicy', pipeline.file)) {
      const size = sizeOf(policy.declared);
      if (size > MANAGED && !plan.varies(policy.file, (_, logicalId) => logicalId === policy.logicalId)) yield { at: policy.declared.at('PolicyDocument'), wrong: `The policy ${policy.logicalId} has ${size} characters; IAM takes ${MANAGED}.` };
    }
    yield* wrongInline(pipeline, plan);
  },
};

function* wrongInline({ file }: PipelinePlan, plan: Plan): Generator<Problem> {
  const { byRole } = policiesIn(plan);
  for (const role of plan.resources.ofType('AWS::IAM::Role', file)) {
    const beside = (byRole.get(role.name) ?? []).filter(one => one.file === file && one.type !== 'AWS::IAM::ManagedPolicy');
    const size = [...role.declared.at('Policies').items, ...beside.map(({ declared }) => declared)].reduce((sum, policy) => sum + sizeOf(policy), 0);
    if (size > INLINE && !mayHaveLess(role, plan)) yield { at: role.declared, wrong: `The role "${nameOf(role)}" has inline policies of ${size} characters; IAM takes ${INLINE}.` };
  }
}

/** The characters of a policy that IAM counts: at least so many. */
function sizeOf(policy: Declared): number {
  const { value } = policy.at('PolicyDocument');
  if (value === undefined) return 0;
  const text = JSON.stringify(value, (key, part: unknown) => (key.startsWith('Fn::') ? undefined : part)) ?? '';
  return replaceUnresolved(text, '').replace(/\{\{resolve:[^{}]*\}\}|\\[nrt]|\s/g, '').length;
}
