/** YAML inside of a template: inline buildspecs. */

import { parseDocument } from 'yaml';

/**
 * A reader of YAML that remembers what it has read. No scalar becomes a number or a boolean, so `0.20` stays `0.20`.
 *
 * @returns a function that gives maps, lists and texts, and throws with one line what is no YAML
 */
export function yamlReader(): (text: string) => unknown {
  const known = new Map<string, { value?: unknown; problem?: string }>();
  return text => {
    const read = known.get(text) ?? readYaml(text);
    known.set(text, read);
    if (read.problem !== undefined) throw new Error(read.problem);
    return read.value;
  };
}

function readYaml(text: string): { value?: unknown; problem?: string } {
  try {
    const document = parseDocument(text, { schema: 'failsafe', merge: true, prettyErrors: false, logLevel: 'error' });
    const [error] = document.errors;
    if (!error) return { value: document.toJS({ maxAliasCount: 100 }) as unknown };
    return { problem: `line ${text.slice(0, error.pos[0]).split('\n').length}: ${error.message}` };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
