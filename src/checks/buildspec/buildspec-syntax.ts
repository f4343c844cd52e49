import { BUILDSPEC_ON_FAILURE, BUILDSPEC_PHASES, BUILDSPEC_VERSIONS } from '../../catalog/buildspec';
import { near } from '../../catalog/nearest';
import { isObject, isUnresolved, type Json } from '../../plan';
import { type Check } from '../check';
import { shown } from '../known';
import { buildsOf } from './builds';
import { lacksKey, mapIn } from './spec';

interface Wrong {
  readonly wrong: string;
  readonly mend?: string;
}

/** What is an object, beside the phases. */
const MAPS = [
  ['env'], ['env', 'variables'], ['env', 'parameter-store'], ['env', 'secrets-manager'], ['batch'], ['reports'], ['artifacts'], ['artifacts', 'secondary-artifacts'], ['cache'],
];

export const BUILDSPEC_PAGE = 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html';

export const BUILDSPEC_SYNTAX: Check = {
  id: 'conveyor:buildspec-syntax',
  severity: 'error',
  title: 'The buildspec of a build is none',
  why: 'The build fails before its first command.',
  mend: 'Begin with "version: 0.2", and give at least one of the phases install, pre_build, build and post_build with its commands.',
  source: BUILDSPEC_PAGE,
  * find(pipeline, plan) {
    for (const { spec } of buildsOf(pipeline, plan)) {
      if (!spec) continue;
      const { root, problem } = spec.read;
      for (const wrong of problem === undefined ? wrongIn(root) : [{ wrong: `The buildspec is no ${problem}.` }]) yield { at: spec.at, ...wrong };
    }
  },
};

function* wrongIn(root: unknown): Generator<Wrong> {
  if (typeof root === 'string' && isUnresolved(root)) return;
  if (!isObject(root)) {
    yield { wrong: `The buildspec is ${Array.isArray(root) ? 'a list' : 'a text'} where an object is expected.` };
    return;
  }
  const all = mapIn(root);
  const { version } = root;
  if (lacksKey(all, 'version')) yield { wrong: 'The buildspec has no version.', mend: 'Add "version: 0.2".' };
  if (typeof version === 'string' && !isUnresolved(version) && !BUILDSPEC_VERSIONS.includes(version)) {
    yield { wrong: `The buildspec is of the version ${shown(version)}.`, mend: 'Write "version: 0.2".' };
  }
  // a batch may have all its commands in the buildspecs of its builds
  if (lacksKey(all, 'phases') && lacksKey(all, 'batch')) yield { wrong: 'The buildspec has no phases.' };
  if (Array.isArray(root.phases)) yield { wrong: 'The phases of the buildspec are a list.', mend: 'Write them as an object: "build", with "commands" in it.' };
  for (const path of MAPS) {
    const within = mapIn(root, ...path.slice(0, -1));
    if (Array.isArray(within?.[path[path.length - 1]])) yield { wrong: `${path.join('.')} of the buildspec is a list.`, mend: 'Write it as an object: each name with its value.' };
  }
  yield* wrongSecrets(mapIn(root, 'env', 'secrets-manager') ?? {});
  const phases = mapIn(root, 'phases');
  if (phases) yield* wrongPhases(phases);
}

/** Secret, key, stage and version have a ":" between them; an ARN has six of its own. */
function* wrongSecrets(secrets: Json): Generator<Wrong> {
  for (const [name, reference] of Object.entries(secrets)) {
    if (typeof reference !== 'string' || isUnresolved(reference)) continue;
    const most = reference.startsWith('arn:') ? 10 : 4;
    if (reference.split(':').length <= most) continue;
    yield { wrong: `The secret of ${shown(name)} is ${shown(reference)}: it has too many parts.`, mend: 'Write secret:key:stage:version, and leave out from the end what is not needed.' };
  }
}

function* wrongPhases(phases: Json): Generator<Wrong> {
  if (!Object.keys(phases).length) yield { wrong: 'The buildspec has no phase.' };
  for (const name of Object.keys(phases)) {
    if (!BUILDSPEC_PHASES.includes(name)) {
      const meant = near(name, BUILDSPEC_PHASES);
      yield { wrong: `The buildspec has a phase ${shown(name)}.`, mend: meant ? `Did you mean "${meant}"?` : `The phases are ${BUILDSPEC_PHASES.join(', ')}.` };
      continue;
    }
    const phase = mapIn(phases, name);
    if (phases[name] === '' && name !== 'install') yield { wrong: `The phase ${name} is empty.`, mend: 'Give it commands, or leave it out.' };
    if (Array.isArray(phases[name])) yield { wrong: `The phase ${name} is a list.`, mend: `Put the list into "commands" of ${name}.` };
    if (phase && name !== 'install' && lacksKey(phase, 'steps') && (lacksKey(phase, 'commands') || phase.commands === '')) {
      yield { wrong: `The phase ${name} has no commands.`, mend: 'Give it commands, or leave it out.' };
    }
    for (const key of ['commands', 'finally']) yield* wrongCommands(phase?.[key], name, key);
    yield* wrongOnFailure(phase?.['on-failure'], name);
  }
}

function* wrongOnFailure(value: unknown, phase: string): Generator<Wrong> {
  if (typeof value !== 'string' || isUnresolved(value) || BUILDSPEC_ON_FAILURE.includes(value) || value.startsWith('RETRY-')) return;
  yield { wrong: `on-failure of the phase ${phase} is ${shown(value)}.`, mend: `Write ${BUILDSPEC_ON_FAILURE.join(', ')}, or RETRY with a count ("RETRY-3").` };
}

function* wrongCommands(commands: unknown, phase: string, key: string): Generator<Wrong> {
  for (const [at, command] of (Array.isArray(commands) ? commands as unknown[] : []).entries()) {
    if (!isObject(command) && !Array.isArray(command)) continue;
    yield { wrong: `${key} of the phase ${phase} has ${isObject(command) ? 'an object' : 'a list'} for its text no. ${at + 1}.`, mend: 'Put the whole command in quotes: a ": " in it makes an object of it.' };
  }
}
