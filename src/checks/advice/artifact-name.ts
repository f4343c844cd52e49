import { type Check, GUIDE } from '../check';
import { actionsOf } from '../parts';
import { wordsOf } from './words';

const EMPTY = new Set(['artifact', 'artifacts', 'output', 'outputs', 'out', 'input', 'inputs', 'in', 'result', 'results', 'my', 'the', 'tmp', 'temp', 'foo', 'bar', 'baz', 'xxx']);
const ENDS = new Set(['artifact', 'artifacts', 'output', 'outputs']);

export const ARTIFACT_NAME_SAYS_NOTHING: Check = {
  id: 'conveyor:artifact-name',
  severity: 'warning',
  title: 'The name of an artifact does not say what it holds',
  why: 'The name is all that stands where an artifact is read: in the actions that take it in, in the folders of a build '
    + '(CODEBUILD_SRC_DIR_<name>), in the bucket, in the history. Names such as Artifact, Output_2, A or c1a2b3d4e5 have to be looked up each time, as have '
    + 'those that the CDK makes when none is given (Artifact_<stage>_<action>). Names that at least say where it comes from, such as '
    + 'SourceArtifact, are fine.',
  mend: 'Name it for what it holds, such as Site, Image or ShopSource.',
  source: `${GUIDE}/welcome-introducing-artifacts.html`,
  * find(pipeline) {
    for (const { action } of actionsOf(pipeline)) {
      for (const { declared } of action.outputs) {
        const at = declared.at('Name');
        if (at.text !== undefined && saysNothing(at.text)) yield { at, wrong: `"${action.name}" gives an artifact with the name "${at.text.slice(0, 100)}".` };
      }
    }
  },
};

function saysNothing(name: string): boolean {
  if (/^Artifact_\w+_\w/.test(name) || /^[a-z]?[0-9a-f]*[0-9][0-9a-f]{5,}$/i.test(name)) return true;
  const words = wordsOf(name);
  const last = words[words.length - 1] ?? '';
  const isNumbered = /^\d/.test(last) && ENDS.has(words[words.length - 2]);
  return words.length > 0 && (isNumbered || words.every(word => word.length === 1 || EMPTY.has(word) || /^\d+$/.test(word)));
}
