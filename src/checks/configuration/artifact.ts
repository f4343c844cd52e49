import { near } from '../../catalog/nearest';
import { type Declared, replaceUnresolved } from '../../plan';
import { type Check, type Problem, STRUCTURE } from '../check';
import { shown } from '../known';
import { type Configured, configuredIn } from './configured';
import { artifactsIn, parsed } from './json-text';

/** What stands for a part that is unknown: no name has it. */
const UNKNOWN = '\0';
/** What may also be a line of parameters or a list of accounts is a file where it begins so. */
const FILE = /^[\w-]+::/;

export const CONFIGURATION_ARTIFACT: Check = {
  id: 'conveyor:configuration-artifact',
  severity: 'error',
  title: 'The configuration of an action names an artifact that the action does not read',
  why: 'CodePipeline refuses the pipeline, or the action does not find the file.',
  mend: 'Name one of the action\'s input artifacts, or add the artifact to them.',
  source: STRUCTURE,
  * find(pipeline) {
    for (const action of configuredIn(pipeline)) {
      if (['CHANGE_SET_EXECUTE', 'DELETE_ONLY'].includes(action.fixed('ActionMode') ?? '')) continue; // they look at no file
      for (const { key, value, rule: { artifact, json } } of action.given) {
        if (artifact) yield* wrongReference(value, key, artifact, action);
        if (json === 'object') yield* wrongFunctions(value, key, action);
      }
    }
  },
};

function* wrongReference(value: Declared, key: string, kind: 'name' | 'file' | 'maybe', action: Configured): Generator<Problem> {
  const text = value.written === undefined ? undefined : replaceUnresolved(value.written, UNKNOWN);
  if (text === undefined || text === '' || text.includes('#{')) return;
  if (kind === 'maybe' && !FILE.test(text)) return;
  const [name, path] = kind === 'name' ? [text] : split(text);
  if (kind !== 'name' && path === undefined && !text.includes(UNKNOWN)) {
    yield { at: value, wrong: `${key} is ${shown(text)}, which names no artifact.`, mend: `Write the artifact before the path: "${action.inputs?.[0] ?? 'Artifact'}::${text}".` };
  } else if (path === '') {
    yield { at: value, wrong: `${key} names no file in the artifact ${shown(name)}.`, mend: 'Write the path behind the "::".' };
  } else {
    yield* wrongName(name, value, key, action);
  }
}

function split(text: string): [string, string?] {
  const at = text.indexOf('::');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 2)];
}

function* wrongName(name: string, at: Declared, key: string, { inputs }: Configured): Generator<Problem> {
  if (!inputs || name.includes(UNKNOWN) || inputs.includes(name)) return;
  const meant = near(name, inputs) ?? (inputs.length === 1 ? inputs[0] : undefined);
  yield {
    at,
    wrong: `${key} names the artifact ${shown(name)}, which the action does not read.`,
    ...(meant !== undefined && { mend: `Did you mean "${meant}"? Or add "${name.slice(0, 100)}" to the action's input artifacts.` }),
  };
}

/** `Fn::GetArtifactAtt` and `Fn::GetParam` in parameters of a template. */
function* wrongFunctions(value: Declared, key: string, action: Configured): Generator<Problem> {
  const json = parsed(value);
  if (json.kind !== 'value') return;
  for (const name of artifactsIn(json.value)) yield* wrongName(name, value, key, action);
}
