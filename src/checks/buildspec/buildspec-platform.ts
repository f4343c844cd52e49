import { platformOf, RUNTIMES, SHELLS, STANDARD_IMAGE } from '../../catalog/buildspec';
import { near } from '../../catalog/nearest';
import { isUnresolved, type Json } from '../../plan';
import type { Check } from '../check';
import { shown } from '../known';
import { buildsOf } from './builds';
import { BUILDSPEC_PAGE } from './buildspec-syntax';
import { mapIn } from './spec';

export const BUILDSPEC_PLATFORM: Check = {
  id: 'conveyor:buildspec-platform',
  severity: 'error',
  title: 'A buildspec asks for a shell, a user or a runtime that its machine does not have',
  why: 'The build fails before its first command.',
  mend: 'Use what the type of the project\'s environment, and its image, offer.',
  source: BUILDSPEC_PAGE,
  * find(pipeline, plan) {
    for (const { spec, project } of buildsOf(pipeline, plan)) {
      const root = spec && mapIn(spec.read.root);
      // the builds of a batch may run on other machines
      if (!root || Object.hasOwn(root, 'batch')) continue;
      const [type, image] = ['Type', 'Image'].map(key => project?.declared.at('Environment', key).text);
      const wrongs = [...wrongShell(root, type), ...wrongUser(root, type), ...wrongRuntime(root, image)];
      for (const { wrong, mend } of wrongs) yield { at: spec.at, wrong, mend };
    }
  },
};

interface Wrong {
  readonly wrong: string;
  readonly mend?: string;
}

function* wrongShell(root: Json, type: string | undefined): Generator<Wrong> {
  const shell = mapIn(root, 'env')?.shell;
  const platform = platformOf(type);
  const shells: readonly string[] = platform ? SHELLS[platform] : Object.values(SHELLS).flat();
  if (typeof shell !== 'string' || shell === '' || isUnresolved(shell) || shells.includes(shell)) return;
  yield { wrong: `"env.shell" of the buildspec is ${shown(shell)}${platform ? `, and the project runs on ${shown(type!)}` : ''}.`, mend: `Use ${shells.slice(0, 2).join(' or ')}.` };
}

function* wrongUser(root: Json, type: string | undefined): Generator<Wrong> {
  if (platformOf(type) !== 'windows') return;
  const phases = mapIn(root, 'phases') ?? {};
  for (const path of [[], ...Object.keys(phases).map(name => ['phases', name])]) {
    const user = mapIn(root, ...path)?.['run-as'];
    if (typeof user !== 'string' || user === '' || isUnresolved(user)) continue;
    yield { wrong: `${shown([...path, 'run-as'].join('.'))} of the buildspec is ${shown(user)}, and the project runs on ${shown(type!)}.`, mend: 'Leave "run-as" out: on Linux alone can another user run the commands.' };
  }
}

function* wrongRuntime(root: Json, image: string | undefined): Generator<Wrong> {
  if (!STANDARD_IMAGE.test(image ?? '')) return;
  for (const runtime of Object.keys(mapIn(root, 'phases', 'install', 'runtime-versions') ?? {})) {
    if (RUNTIMES.includes(runtime)) continue;
    const meant = near(runtime, RUNTIMES);
    yield { wrong: `The buildspec asks for the runtime ${shown(runtime)}, which ${shown(image!)} does not have.`, mend: meant ? `Did you mean "${meant}"?` : `The runtimes are ${RUNTIMES.join(', ')}.` };
  }
}
