import type { Declared, PipelinePlan, Plan } from '../../plan';
import { nameOf } from '../advice/resource-name';
import type { Problem } from '../check';
import { isClosed, lacks } from '../known';
import { meansAction } from './action-pattern';
import { mayBeOther } from './policies';
import { type RoleUse, usesOf } from './uses';

/** Roles that certainly do not trust who works with them. */
export function* distrustful(pipeline: PipelinePlan, plan: Plan, which: (use: RoleUse) => boolean): Generator<Problem> {
  for (const { role, at, who, service, byRole } of usesOf(pipeline, plan).filter(which)) {
    if (!service || mayTrust(role.declared.at('AssumeRolePolicyDocument'), service, byRole)) continue;
    if (mayBeOther(role, plan)) continue;
    const whom = byRole ? 'neither CodePipeline nor any role of an account' : `not ${service}.amazonaws.com`;
    yield { at, wrong: `The role "${nameOf(role)}" is to work for ${who}, and trusts ${whom}.`, ...mendFor(byRole) };
  }
}

function mendFor(byRole: boolean | undefined): { mend?: string } {
  return byRole ? { mend: 'Name the role of the pipeline, or its account, as a principal in the `AssumeRolePolicyDocument` of the role.' } : {};
}

/** Whether a service may be trusted: what is unknown may name it. */
function mayTrust(document: Declared, service: string, byRole: RoleUse['byRole']): boolean {
  const statements = document.at('Statement');
  const all = statements.isList ? statements.items : [statements];
  return !isClosed(document) || !all.every(isClosed) || all.some(statement => admits(statement, service, byRole));
}

function admits(statement: Declared, service: string, byRole: RoleUse['byRole']): boolean {
  const effect = statement.at('Effect').text;
  if (effect !== undefined && effect !== 'Allow') return false;
  const actions = listed(statement.at('Action'));
  if (!lacks(statement, 'Action') && !actions.some(({ text }) => text === undefined || meansAction(text, 'sts:AssumeRole'))) return false;
  const principal = statement.at('Principal');
  if (!isClosed(principal)) return true;
  const names = byRole ? ['Service', 'AWS'] : ['Service'];
  return listed(principal.at('AWS')).some(({ text }) => text === '*') || names.some(kind => principal.at(kind).given && listed(principal.at(kind)).some(one =>
    kind === 'AWS' || one.text === undefined || isService(one.text, service)));
}

/** A service's name may have a region in it, and another end in other partitions. */
function isService(text: string, service: string): boolean {
  return text.toLowerCase().startsWith(`${service}.`);
}

function listed(one: Declared): readonly Declared[] {
  return one.isList ? one.items : [one];
}
