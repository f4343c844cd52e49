/** The roles that a pipeline works with, and what in their policies gives everything away; as far as they stand in the same document. */

import type { Declared, PipelinePlan, Plan, ResourcePlan } from '../../plan';
import { actionsOf, rulesOf } from '../parts';
import { projectsOf } from '../projects-of';
import { nameOf } from './resource-name';
import { managedPolicy, policiesOf } from '../roles/policies';

/** Where a role is named, and what for. */
export interface RoleUse {
  readonly role: Declared;
  /** ends the sentence "the role with which …" */
  readonly what: string;
  /** where the role is named in the pipeline */
  readonly at: Declared;
}

export function rolesOf(pipeline: PipelinePlan, plan: Plan): RoleUse[] {
  const uses: RoleUse[] = [];
  const add = (role: Declared, what: string, at = role) => {
    if (role.written !== undefined) uses.push({ role, what, at });
  };
  for (const { stage, action, row } of actionsOf(pipeline)) {
    const configuration = action.declared.at('Configuration');
    const where = `"${stage.name}/${action.name}"`;
    if (row?.provider === 'CloudFormation') add(configuration.at('RoleArn'), `CloudFormation works for ${where}`);
    if (row?.provider === 'CloudFormationStackSet') add(configuration.at('AdministrationRoleArn'), `CloudFormation works for ${where}`);
    if (row?.provider === 'CodeBuild') add(configuration.at('ServiceRoleArnOverride'), `${where} builds`);
    add(action.declared.at('RoleArn'), `${where} runs`);
  }
  for (const { stage, rule } of rulesOf(pipeline)) add(rule.declared.at('RoleArn'), `the rule "${stage.name}/${rule.name}" is asked`);
  for (const { project, place } of projectsOf(pipeline, plan)) {
    const role = project.declared.at('ServiceRole');
    add(role, `the project "${nameOf(project)}" builds`, place(role));
  }
  add(pipeline.declared.at('RoleArn'), 'the pipeline runs');
  return uses;
}

/** The role that a name or an ARN means. An ARN may be written in more than one way while its account or partition is unknown. */
export function findRole(written: string, plan: Plan, near: string): ResourcePlan | undefined {
  const exact = plan.resources.find('AWS::IAM::Role', written, near);
  if (exact || !written.includes(':role/')) return exact;
  const named = plan.resources.find('AWS::IAM::Role', written.slice(written.lastIndexOf('/') + 1), near);
  return named && written.includes(`:${named.account}:role/`) ? named : undefined;
}

interface Everything {
  readonly at: Declared;
  readonly file: string;
  /** what gives it: "the policy …" */
  readonly what: string;
}

/** What lets a role do everything: a managed policy of its own list, or a statement. A boundary takes it back. */
export function boundless(role: ResourcePlan, plan: Plan): Everything | undefined {
  if (role.declared.at('PermissionsBoundary').given) return undefined;
  const managed = role.declared.at('ManagedPolicyArns').items;
  const administrator = managed.find(policy => policy.written?.endsWith(':iam::aws:policy/AdministratorAccess'));
  if (administrator) return { at: administrator, file: role.file, what: 'the policy AdministratorAccess' };
  const beside = [...policiesOf(role, plan), ...managed.flatMap(({ written = '' }) => managedPolicy(written, role, plan) ?? [])];
  const policies = [
    ...role.declared.at('Policies').items.map(policy => ({ policy, file: role.file })),
    ...beside.map(({ declared, file }) => ({ policy: declared, file })),
  ];
  for (const { policy, file } of policies) {
    const statements = policy.at('PolicyDocument', 'Statement');
    const at = (statements.isList ? statements.items : [statements]).find(allowsEverything);
    if (at) return { at, file, what: 'a statement that allows every action on every resource' };
  }
  return undefined;
}

function allowsEverything(statement: Declared): boolean {
  return statement.at('Effect').text === 'Allow'
    && !statement.at('Condition').given
    && holds(statement.at('Action'), ['*', '*:*'])
    && holds(statement.at('Resource'), ['*']);
}

function holds(list: Declared, texts: readonly string[]): boolean {
  return (list.isList ? list.items : [list]).some(item => item.text !== undefined && texts.includes(item.text));
}
