/** A file inside an input artifact, as deploy actions name it. */

import { parseDocument } from 'yaml';
import { EngineError } from '../engine-error';
import { eachEntry } from '../zip-read';
import type { ActionContext } from './provider-runner';

/** `Artifact::path/in/it`, the form of TemplatePath and its like. */
export interface ArtifactPath {
  readonly artifact: string;
  readonly path: string;
}

/** @throws EngineError when the text has no `::` */
export function artifactPath(text: string, key: string): ArtifactPath {
  const at = text.indexOf('::');
  if (at < 0) throw new EngineError(`${key} must be of the form Artifact::path, and it is ${JSON.stringify(text)}`);
  return { artifact: text.slice(0, at), path: text.slice(at + 2) };
}

/** @throws EngineError when there is no such artifact, or no such file in it */
export function artifactText(context: ActionContext, { artifact, path }: ArtifactPath): string {
  const wanted = path.replace(/^\.?\//, '');
  const names: string[] = [];
  let text: string | undefined;
  eachEntry(context.store.archive(artifact), entry => {
    names.push(entry.name);
    if (entry.name === wanted) text = entry.read().toString('utf8');
  });
  if (text !== undefined) return text;
  const some = names.filter(name => !name.endsWith('/')).slice(0, 8);
  const more = names.length > some.length ? ', …' : '';
  throw new EngineError(`${wanted} is not in the artifact ${artifact}${some.length > 0 ? `, which holds ${some.join(', ')}${more}` : ', which is empty'}`);
}

/** A JSON or YAML document in an artifact. @throws EngineError when it is missing or does not parse */
export function artifactDocument(context: ActionContext, where: ArtifactPath): unknown {
  const document = parseDocument(artifactText(context, where), { logLevel: 'silent' });
  const problem = document.errors[0];
  if (problem) throw new EngineError(`${where.path} in the artifact ${where.artifact} does not parse: ${problem.message.split('\n')[0]}`);
  return document.toJS() as unknown;
}
