import { ROLE_ARN } from '../../catalog/forms';
import type { Declared } from '../../plan';
import { type Check, STRUCTURE } from '../check';
import { shown } from '../known';
import { namedBeside } from '../named-beside';
import { actionsOf, type PlacedAction, rulesOf } from '../parts';

export const ROLE_NOT_ARN: Check = {
  id: 'conveyor:role-not-arn',
  severity: 'error',
  title: 'The role of a pipeline, an action or a rule is not named by its ARN',
  why: 'CodePipeline refuses the pipeline. `Ref` of a role gives its name; its ARN is `Fn::GetAtt Role.Arn`.',
  mend: `Use the ARN: \`!GetAtt PipelineRole.Arn\`, or ${ROLE_ARN.example}.`,
  source: STRUCTURE,
  * find(pipeline, plan) {
    const { declared, stackName } = pipeline;
    const actions = actionsOf(pipeline);
    for (const role of [declared, ...actions.map(({ action }) => action.declared), ...rulesOf(pipeline).map(({ rule }) => rule.declared)].map(part => part.at('RoleArn')).concat(actions.flatMap(rolesIn))) {
      const beside = namedBeside(role, 'AWS::IAM::Role', plan, stackName);
      if (!beside && (role.text === undefined || ROLE_ARN.pattern.test(role.text))) continue;
      yield {
        at: role,
        wrong: `The role is ${role.text === undefined ? `the name of ${beside?.logicalId}, not its ARN` : `${shown(role.text)}, which is no ARN of a role`}.`,
        ...(beside && { mend: `Use its ARN: \`!GetAtt ${beside.logicalId}.Arn\`.` }),
      };
    }
  },
};

/** The roles in an action's configuration, as far as they are unknown: what is known is held to the form of its key. */
function rolesIn({ action: { declared }, row }: PlacedAction): Declared[] {
  const keys = Object.entries(row?.configuration ?? {}).filter(([, { form }]) => form === ROLE_ARN).map(([key]) => key);
  return keys.map(key => declared.at('Configuration', key)).filter(({ unknown }) => unknown);
}
