import type { Check } from '../check';
import { knownPart, shown } from '../known';
import { buildsOf } from './builds';
import { BUILDSPEC_PAGE } from './buildspec-syntax';
import { mapIn } from './spec';

const RESERVED = 'CODEBUILD_';

export const RESERVED_VARIABLE: Check = {
  id: 'conveyor:reserved-variable',
  severity: 'warning',
  title: 'A variable of a build has a name that belongs to CodeBuild',
  why: 'Names that begin with CODEBUILD_ are CodeBuild\'s own: what it sets itself may take the place of the value, or the other way round.',
  mend: 'Give the variable another name.',
  source: BUILDSPEC_PAGE,
  * find(pipeline, plan) {
    for (const { spec, project, inProject } of buildsOf(pipeline, plan)) {
      for (const kind of ['variables', 'parameter-store', 'secrets-manager']) {
        for (const name of Object.keys((spec && mapIn(spec.read.root, 'env', kind)) ?? {})) {
          if (name.startsWith(RESERVED)) yield { at: spec!.at, wrong: `The buildspec sets the variable ${shown(name)}.` };
        }
      }
      const variables = project?.declared.at('Environment', 'EnvironmentVariables').items ?? [];
      for (const [at, variable] of variables.entries()) {
        const name = knownPart(variable.at('Name'));
        if (name?.startsWith(RESERVED)) yield { at: inProject('Environment', 'EnvironmentVariables').items[at]?.at('Name') ?? inProject(), wrong: `The project sets the variable ${shown(name)}.` };
      }
    }
  },
};
