/** Who must not be able to take a role on. */

import { administrator, STRANGE_ACCOUNT } from './other-calls';
import { NamedPolicy } from './policy-document';
import { Caller, Subject } from './subjects';

export interface Stranger extends Caller {
  readonly policies?: readonly NamedPolicy[];
}

const SERVICES = ['codepipeline', 'codebuild', 'events', 'cloudformation', 'lambda', 'ec2', 'ecs-tasks', 'states'].map(name => `${name}.amazonaws.com`);

/** For a role whose trust is ours to say: administrators of this account and of another, other services, and its own service on behalf of another account. */
export function callers({ role, uses }: Subject): Stranger[] {
  const known = uses.flatMap(use => use.callers);
  if (!known.length) return [];
  const administrators = [administrator(role.account), administrator(STRANGE_ACCOUNT), administrator(STRANGE_ACCOUNT, 'conveyor/Stranger/')]
    .map(({ arn, policies }): Stranger => ({ principal: arn, context: {}, policies }));
  const roots = [role.account, STRANGE_ACCOUNT].map((account): Stranger => ({ principal: `arn:aws:iam::${account}:root`, context: {}, policies: administrator(account).policies }));
  const services = SERVICES.filter(service => !known.some(({ principal }) => principal === service))
    .map((principal): Stranger => ({ principal, context: { 'aws:SourceAccount': role.account } }));
  // CloudFormation is handed its role by somebody who may pass it on: it comes on behalf of nobody else
  const onBehalf = known.filter(({ principal, context }) => !principal.startsWith('arn:') && context['aws:SourceAccount'])
    .flatMap(({ principal }): Stranger[] => [{ principal, context: { 'aws:SourceAccount': STRANGE_ACCOUNT } }, { principal, context: {} }]);
  return [...administrators, ...roots, ...services, ...onBehalf];
}
