import { RESERVED_PREFIX } from '../../catalog/buildspec';
import { isObject, replaceUnresolved, type Declared } from '../../plan';
import type { Check } from '../check';
import { knownPart, shown } from '../known';
import { buildsOf } from './builds';
import { mapIn } from './spec';

export const RESERVED_VARIABLE: Check = {
  id: 'conveyor:reserved-variable',
  severity: 'error',
  title: 'A variable of a build has a name that belongs to CodeBuild',
  why: `CodeBuild keeps names that begin with ${RESERVED_PREFIX} for itself: a build with such a variable is refused, or gets another value.`,
  mend: 'Give the variable another name.',
  source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env.variables',
  * find(pipeline, plan) {
    for (const { action, spec, project, inProject } of buildsOf(pipeline, plan)) {
      for (const kind of ['variables', 'parameter-store', 'secrets-manager']) {
        for (const name of Object.keys((spec && mapIn(spec.read.root, 'env', kind)) ?? {})) {
          if (name.startsWith(RESERVED_PREFIX)) yield { at: spec!.at, wrong: `The buildspec sets the variable ${shown(name)}.` };
        }
      }
      const given = action.declared.at('Configuration', 'EnvironmentVariables');
      for (const name of namesIn(given)) {
        if (name.startsWith(RESERVED_PREFIX)) yield { at: given, wrong: `The action sets the variable ${shown(name)}.` };
      }
      const variables = project?.declared.at('Environment', 'EnvironmentVariables').items ?? [];
      for (const [at, variable] of variables.entries()) {
        if (!variable.at('Name').written?.startsWith(RESERVED_PREFIX)) continue;
        yield { at: inProject('Environment', 'EnvironmentVariables').items[at]?.at('Name') ?? inProject(), wrong: `The project sets the variable ${shown(knownPart(variable.at('Name'))!)}.` };
      }
    }
  },
};

/** The variables of an action stand in a JSON text. */
function namesIn({ written = '' }: Declared): string[] {
  try {
    const variables: unknown = JSON.parse(replaceUnresolved(written, '?'));
    return Array.isArray(variables) ? variables.filter(isObject).map(({ name }) => String(name)) : [];
  } catch {
    return []; // which another check tells
  }
}
