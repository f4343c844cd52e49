import { computeOfEnvironment, computeOfType, mayBe, PROJECT_MINUTES, PROJECT_VALUES } from '../../catalog/codebuild-project';
import { near } from '../../catalog/nearest';
import type { Declared } from '../../plan';
import type { Check, Problem } from '../check';
import { isClosed, shown } from '../known';
import { ownProjects, partsAt, PROJECT_PAGE, spoken } from './own';

const PIPELINE = 'CODEPIPELINE';

export const PROJECT_VALUE: Check = {
  id: 'conveyor:project-value',
  severity: 'error',
  title: 'A CodeBuild project has a value that CodeBuild does not take, or does not take beside another',
  why: 'CodeBuild refuses the project, and the pipeline has nothing to build with.',
  mend: 'Use one of the values that CloudFormation\'s reference lists.',
  source: PROJECT_PAGE,
  * find(pipeline, plan) {
    for (const { declared, isSteady } of ownProjects(pipeline, plan)) {
      yield* wrongValues(declared);
      if (isSteady) yield* unfit(declared);
    }
  },
};

function* wrongValues(project: Declared): Generator<Problem> {
  for (const [path, values] of Object.entries(PROJECT_VALUES)) {
    for (const at of partsAt(project, path)) {
      if (at.text === undefined || mayBe(at.text, values)) continue;
      const meant = near(at.text, values);
      const mend = at.text === PIPELINE
        ? `Leave it out: what else the action reads and gives, CodePipeline adds itself. The other types are ${values.join(', ')}.`
        : meant ? `Did you mean ${meant}?` : `Use ${values.join(', ')}.`;
      yield { at, wrong: `${spoken(path)} is ${shown(at.text)}.`, mend };
    }
  }
}

/** What depends on something else in the project. */
function* unfit(project: Declared): Generator<Problem> {
  yield* wrongMinutes(project);
  yield* wrongCompute(project.at('Environment'));
  const badge = project.at('BadgeEnabled');
  if (badge.text?.toLowerCase() === 'true' && project.at('Source', 'Type').text === PIPELINE) {
    yield { at: badge, wrong: `The project has a badge, and its source is of the type "${PIPELINE}".`, mend: 'Leave BadgeEnabled out: there are no badges of such projects.' };
  }
}

function* wrongMinutes(project: Declared): Generator<Problem> {
  const { environment, type } = computeOf(project.at('Environment'));
  if (environment !== 'machine' && type !== 'machine') return;
  for (const [key, [least, most]] of Object.entries(PROJECT_MINUTES)) {
    const at = project.at(key);
    const minutes = Number(at.text?.trim() || NaN);
    if (minutes < least || minutes > most) yield { at, wrong: `${key} of the project is ${shown(at.text ?? '')}.`, mend: `Use a whole number from ${least} to ${most}.` };
  }
}

function* wrongCompute(declared: Declared): Generator<Problem> {
  const { environment, type } = computeOf(declared);
  // a fleet has a type of its own, and the project's does not count
  if (!environment || !type || environment === type || !isClosed(declared) || declared.at('Fleet').given) return;
  yield {
    at: declared.at('ComputeType'),
    wrong: `The compute of the project is of the type ${shown(declared.at('ComputeType').text ?? '')}, its environment is of ${shown(declared.at('Type').text ?? '')}.`,
    mend: environment === 'Lambda' ? 'Use a type that begins with BUILD_LAMBDA_, or an environment that is not of Lambda.' : 'Use a type such as BUILD_GENERAL1_SMALL, or an environment of Lambda.',
  };
}

function computeOf(environment: Declared) {
  return { environment: computeOfEnvironment(environment.at('Type').text), type: computeOfType(environment.at('ComputeType').text) };
}
