import type { Declared, PipelinePlan, Plan, ResourcePlan } from '../../plan';

const ROLE = 'AWS::IAM::Role';

/** The role of the pipeline's own template that a name or an ARN means. */
export function roleOf({ written }: Declared, { stackName, file }: PipelinePlan, { resources }: Plan): ResourcePlan | undefined {
  if (written === undefined) return undefined;
  const name = written.slice(written.lastIndexOf('/') + 1);
  const role = resources.find(ROLE, written, stackName) ?? (name === written ? undefined : resources.find(ROLE, name, stackName));
  if (role?.file !== file) return undefined;
  // an ARN may be written in more than one way while its partition is unknown; a logical id is no name
  const isMeant = written === role.name || written === role.arn || (name === role.name && written.includes(`:iam::${role.account}:role/`));
  return isMeant ? role : undefined;
}
