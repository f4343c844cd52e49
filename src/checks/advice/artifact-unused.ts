import { type Check, GUIDE } from '../check';
import { actionsOf, isWhole, type PlacedAction, rulesOf } from '../parts';
import { isDeployment } from './deployments';

/** What makes artifacts to be read in the pipeline. Tests give reports, and stacks their outputs, for people. */
const MAKERS = new Set(['Build', 'Compute', 'Invoke']);

export const ARTIFACT_UNUSED: Check = {
  id: 'conveyor:artifact-unused',
  severity: 'warning',
  title: 'A pipeline makes an artifact, and deploys without reading it',
  why: 'Often the step after a build still reads the source in its place, and brings out what was never built. Otherwise it is packed and '
    + 'kept for nothing. Left alone are pipelines that deploy nothing (there the artifact may be what people come for), outputs that the '
    + 'provider demands, reports of tests, files of stack outputs, and a source of which the pipeline uses the variables or which is its only one.',
  mend: 'Let an action read it, or leave the output out.',
  source: `${GUIDE}/welcome-introducing-artifacts.html`,
  * find(pipeline) {
    if (!isWhole(pipeline)) return;
    const actions = actionsOf(pipeline);
    if (!actions.some(isDeployment)) return;
    const readers = [...actions.map(({ action }) => action), ...rulesOf(pipeline).map(({ rule }) => rule)];
    const inputs = readers.flatMap(({ declared }) => [declared.at('InputArtifacts'), ...declared.at('InputArtifacts').items]);
    if (inputs.some(input => input.unknown || input.at('Name').unknown)) return;
    const read = new Set([
      ...readers.flatMap(reader => [...reader.inputs, ...mentionsIn([...Object.values(reader.configuration), ...reader.commands])]),
      ...mentionsIn(actions.flatMap(({ action }) => action.environmentVariables.map(({ value }) => value))),
    ]);
    const sources = actions.filter(({ row }) => row?.category === 'Source').length;
    for (const placed of actions) {
      if (!(isMaker(placed) || (sources > 1 && isCode(placed) && !isNamespaceRead(placed, read)))) continue;
      for (const { declared } of placed.action.outputs) {
        const at = declared.at('Name');
        if (at.text !== undefined && !read.has(at.text)) yield { at, wrong: `Nothing reads the artifact "${at.text}", which "${placed.action.name}" gives.` };
      }
    }
  },
};

function isMaker({ row, action }: PlacedAction): boolean {
  return row !== undefined && row.owner === 'AWS' && MAKERS.has(action.category) && row.outputs.min === 0;
}

/** A repository of images, whose one use may be that a new image starts the pipeline, is no such source. */
function isCode({ row }: PlacedAction): boolean {
  return row?.category === 'Source' && row.provider !== 'ECR';
}

function isNamespaceRead({ action }: PlacedAction, read: ReadonlySet<string>): boolean {
  const namespace = action.declared.at('Namespace');
  return namespace.unknown || (namespace.text !== undefined && read.has(namespace.text));
}

/** Whatever may be the name of an artifact or a namespace in texts such as `Build::template.json` or `#{Source.CommitId}`. */
function mentionsIn(texts: readonly string[]): string[] {
  return texts.flatMap(text => text.split(/[^A-Za-z0-9@_-]+/));
}
