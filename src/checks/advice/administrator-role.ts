import type { Check } from '../check';
import { grouped } from '../grouped';
import { nameOf } from './resource-name';
import { boundless, findRole, rolesOf } from './roles';

export const ADMINISTRATOR_ROLE: Check = {
  id: 'conveyor:administrator-role',
  severity: 'warning',
  title: 'A role that a pipeline works with may do everything',
  why: 'Whoever can change what the pipeline reads (a template, a buildspec, a package that a build installs) then holds the account. Found are the roles that stand in the '
    + 'same document, of the pipeline, its actions, its rules, its builds and of CloudFormation, which have the policy AdministratorAccess or a '
    + 'statement that allows * on *, and no permissions boundary.',
  mend: 'Name the actions and resources that it needs; where nobody can tell them beforehand, set a permissions boundary.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  * find(pipeline, plan) {
    const uses = grouped(rolesOf(pipeline, plan), ({ role }) => findRole(role.written ?? '', plan, pipeline.stackName));
    if (![...uses.keys()].some(Boolean)) return;
    for (const [found, [{ what, at }]] of uses) {
      const everything = found && boundless(found, plan);
      if (!everything) continue;
      yield { at: everything.file === pipeline.file ? everything.at : at, wrong: `The role "${nameOf(found)}", with which ${what}, may do everything: it has ${everything.what}.` };
    }
  },
};
