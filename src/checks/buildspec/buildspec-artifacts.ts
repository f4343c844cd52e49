import { near } from '../../catalog/nearest';
import { isUnresolved, type Json, type PipelinePlan } from '../../plan';
import type { Check, Problem } from '../check';
import { shown } from '../known';
import { actionsOf, rulesOf } from '../parts';
import { type Build, buildsOf } from './builds';
import { BUILDSPEC_PAGE } from './buildspec-syntax';
import { lacksKey, mapIn } from './spec';

export const BUILDSPEC_ARTIFACTS: Check = {
  id: 'conveyor:buildspec-artifacts',
  severity: 'error',
  title: 'The artifacts of a buildspec are not those that the action gives',
  why: 'The build fails when it has done its work: of one output it wants the files, of several it wants each in secondary-artifacts, by its name.',
  mend: 'With one output, list "artifacts: files". With several, give each a section of its name in "artifacts: secondary-artifacts".',
  source: BUILDSPEC_PAGE,
  * find(pipeline, plan) {
    const read = readIn(pipeline);
    for (const build of buildsOf(pipeline, plan)) {
      const root = build.spec && mapIn(build.spec.read.root);
      if (root && !build.isBatch && !Object.hasOwn(root, 'batch')) yield* wrongArtifacts(build, root, read);
    }
  },
};

/** The artifacts that any action or rule reads. */
function readIn(pipeline: PipelinePlan): Set<string> {
  return new Set([...actionsOf(pipeline).map(({ action }) => action), ...rulesOf(pipeline).map(({ rule }) => rule)].flatMap(one => one.inputs));
}

function* wrongArtifacts({ action, spec }: Build, root: Json, read: ReadonlySet<string>): Generator<Problem> {
  const outputs = action.declared.at('OutputArtifacts');
  const names = outputs.items.map(output => output.at('Name').text);
  if (!outputs.isWhole || names.includes(undefined) || !names.length) return;
  if (lacksKey(root, 'artifacts')) {
    // CodeBuild gives nothing then, and fails nobody who does not ask for it
    const asked = names.filter(name => read.has(name!));
    if (asked.length) yield { at: outputs, wrong: `Other actions read ${asked.join(', ')}, and the buildspec has no artifacts.`, mend: 'Add "artifacts" to the buildspec.' };
    return;
  }
  const artifacts = mapIn(root, 'artifacts');
  const ids = artifacts && idsIn(artifacts);
  if (!artifacts || !ids) return;
  const hasFiles = !lacksKey(artifacts, 'files');
  if (names.length === 1 && !ids.length && !hasFiles) yield { at: spec!.at, wrong: 'The artifacts of the buildspec have no files.', mend: 'Add "files": "**/*" stands for all.' };
  for (const [at, name] of names.map(String).entries()) {
    const isTold = ids.includes(name) || (names.length === 1 && (hasFiles || !ids.length));
    if (!isTold) yield { at: outputs.items[at].at('Name'), wrong: `The action gives ${shown(name)}, and secondary-artifacts of its buildspec has no section of that name.`, mend: meantBy(name, ids) };
  }
  for (const id of ids) {
    if (!names.includes(id)) yield { at: outputs, wrong: `The buildspec has the secondary artifact ${shown(id)}, and the action gives ${names.join(', ')}.`, mend: meantBy(id, names.map(String)) };
  }
}

/** The identifiers of secondary artifacts; undefined when they are not all known. */
function idsIn(artifacts: Json): string[] | undefined {
  if (lacksKey(artifacts, 'secondary-artifacts') || artifacts['secondary-artifacts'] === '') return [];
  const ids = mapIn(artifacts, 'secondary-artifacts');
  return ids && !Object.keys(ids).some(isUnresolved) ? Object.keys(ids) : undefined;
}

function meantBy(name: string, names: readonly string[]): string | undefined {
  const meant = near(name, names);
  return meant === undefined ? undefined : `Did you mean "${meant}"?`;
}
