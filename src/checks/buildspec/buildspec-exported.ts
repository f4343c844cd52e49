import { near } from '../../catalog/nearest';
import { type Declared, isUnresolved, type PipelinePlan } from '../../plan';
import type { Check, Problem } from '../check';
import { shown } from '../known';
import { actionsOf, rulesOf } from '../parts';
import { type Build, buildsOf } from './builds';
import { BUILDSPEC_PAGE } from './buildspec-syntax';
import { mapIn, textsIn } from './spec';

/** Kinds of a project's variables whose values stay in CodeBuild. */
const SECRET = ['PARAMETER_STORE', 'SECRETS_MANAGER'];

export const BUILDSPEC_EXPORTED: Check = {
  id: 'conveyor:buildspec-exported',
  severity: 'error',
  title: 'A variable of a build is used and not exported, or cannot be exported',
  why: 'The action that uses the variable fails: a build gives what "exported-variables" of its buildspec lists, and nothing else.',
  mend: 'List the variable in "env: exported-variables" of the buildspec, and export it in a command.',
  source: BUILDSPEC_PAGE,
  * find(pipeline, plan) {
    const builds = buildsOf(pipeline, plan);
    for (const build of builds) yield* wrongNames(build);
    yield* wrongReferences(pipeline, builds);
  },
};

function exportedBy({ spec }: Build): string[] | undefined {
  const root = spec && mapIn(spec.read.root);
  if (!root) return undefined;
  if (!Object.hasOwn(root, 'env') || root.env === '') return [];
  const env = mapIn(root, 'env');
  return env && textsIn(env['exported-variables']);
}

function* wrongNames(build: Build): Generator<Problem> {
  const at = build.spec?.at;
  for (const name of (at && exportedBy(build)) ?? []) {
    if (name.startsWith('AWS_')) yield { at: at!, wrong: `The buildspec exports ${shown(name)}.`, mend: 'A name that begins with AWS_ cannot be exported: give the value another name.' };
    else if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) yield { at: at!, wrong: `The buildspec exports ${shown(name)}, which names no variable.`, mend: 'Use letters, digits and "_", without "$".' };
    else if (secretsOf(build).includes(name)) yield { at: at!, wrong: `The buildspec exports ${shown(name)}, a secret of its project.`, mend: 'Let the action that needs the secret read it itself.' };
  }
}

function secretsOf({ project }: Build): (string | undefined)[] {
  const variables = project?.declared.at('Environment', 'EnvironmentVariables').items ?? [];
  return variables.filter(one => SECRET.includes(one.at('Type').text ?? '')).map(one => one.at('Name').text);
}

function* wrongReferences(pipeline: PipelinePlan, builds: readonly Build[]): Generator<Problem> {
  const given = exportsOf(pipeline, builds);
  for (const { at, namespace, key } of references(pipeline)) {
    const exported = given.get(namespace);
    if (!exported || exported.includes(key)) continue;
    const meant = near(key, exported);
    yield { at, wrong: `#{${namespace}.${key}} is used, and the build does not export ${shown(key)}.`, mend: meant && `Did you mean "${meant}"?` };
  }
}

/** What the builds export by their namespaces; nothing of a namespace that two actions claim, which another check finds. */
function exportsOf(pipeline: PipelinePlan, builds: readonly Build[]): ReadonlyMap<string, readonly string[] | undefined> {
  const claims = new Map<string, number>();
  for (const { action } of actionsOf(pipeline)) {
    const namespace = action.declared.at('Namespace').text;
    if (namespace !== undefined) claims.set(namespace, (claims.get(namespace) ?? 0) + 1);
  }
  return new Map(builds.filter(({ isBatch }) => !isBatch).flatMap(build => {
    const namespace = build.action.declared.at('Namespace').text;
    return namespace !== undefined && claims.get(namespace) === 1 ? [[namespace, exportedBy(build)] as const] : [];
  }));
}

function* references(pipeline: PipelinePlan): Generator<{ readonly at: Declared; readonly namespace: string; readonly key: string }> {
  const users = [...actionsOf(pipeline).map(({ action }) => action.declared), ...rulesOf(pipeline).map(({ rule }) => rule.declared)];
  for (const user of users) {
    const configuration = user.at('Configuration');
    for (const at of configuration.keys.map(key => configuration.at(key))) {
      if (!at.written?.includes('#{')) continue;
      for (const [, namespace, key] of at.written.matchAll(/#\{([^#{}.]{1,100})\.([^{}]{1,200})\}/g)) {
        if (!isUnresolved(key)) yield { at, namespace, key };
      }
    }
  }
}
