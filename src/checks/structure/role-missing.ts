import { type Check, STRUCTURE } from '../check';
import { lacks } from '../known';

export const ROLE_MISSING: Check = {
  id: 'conveyor:role-missing',
  severity: 'error',
  title: 'A pipeline has no role',
  why: 'CloudFormation refuses the template: CodePipeline works with the role that the pipeline names.',
  mend: 'Name a role with `RoleArn`, which trusts codepipeline.amazonaws.com.',
  source: STRUCTURE,
  * find({ declared }) {
    if (lacks(declared, 'RoleArn')) yield { at: declared, wrong: 'The pipeline has no role.' };
  },
};
