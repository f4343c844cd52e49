/** What a run gets from the command line and from this environment. */

import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { PipelinePlan } from '../plan';
import type { Io } from './io';
import { UsageError } from './usage-error';

/** Enough to find programs and to print text; nothing that could be a credential. */
const HARMLESS = ['PATH', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TERM', 'TZ'];

/**
 * The variables of this environment that builds see.
 *
 * @param named `NAME` to pass one on, `NAME=value` to set one
 */
export function environmentFor(named: readonly string[], env: Io['env']): Record<string, string> {
  const passed = Object.fromEntries(HARMLESS.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]]])));
  for (const item of named) {
    const at = item.indexOf('=');
    const name = at < 0 ? item : item.slice(0, at);
    const value = at < 0 ? env[name] : item.slice(at + 1);
    if (value === undefined) throw new UsageError(`--env ${name}: this environment has no ${name}; set it, or write --env ${name}=value`);
    passed[name] = value;
  }
  return passed;
}

/** Folders by source action. A path without a name is for the only source action; without any, the current folder is. */
export function sourcesFor(pipeline: PipelinePlan, given: readonly string[], cwd: string): Record<string, string> {
  const actions = pipeline.stages.flatMap(stage => stage.actions).filter(action => action.category === 'Source');
  const names = actions.map(action => action.name);
  const sources: Record<string, string> = {};
  for (const item of given) {
    const at = item.indexOf('=');
    // a path may have an equals sign itself; one with a folder before it cannot be taken for a name
    const name = at > 0 && !/[/\\]/.test(item.slice(0, at)) ? item.slice(0, at) : undefined;
    if (name !== undefined && !names.includes(name)) throw new UsageError(unknownSource(item, name, names));
    if (name !== undefined) sources[name] = path.resolve(cwd, item.slice(at + 1));
    else if (names.length === 1) sources[names[0]] = path.resolve(cwd, item);
    else throw new UsageError(`--source ${item}: the pipeline has ${names.length} sources, so say which: ${names.map(one => `--source ${one}=${item}`).join(', ')}`);
  }
  if (given.length === 0 && actions.length === 1 && actions[0].provider !== 'ECR') sources[names[0]] = cwd;
  return sources;
}

function unknownSource(item: string, name: string, names: readonly string[]): string {
  if (names.length === 0) return `--source ${item}: the pipeline has no source action`;
  return `--source ${item}: the pipeline has no source action ${name}; it has ${names.join(', ')} (a path that holds "=" is given as ${names[0]}=${item})`;
}

/** Secrets of a JSON file, under those of the command line. @throws UsageError */
export function secretsFor(file: string | undefined, given: Readonly<Record<string, string>>, cwd: string): Record<string, string> {
  if (file === undefined) return { ...given };
  try {
    const content: unknown = JSON.parse(readFileSync(path.resolve(cwd, file), 'utf8'));
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) {
      const values = Object.entries(content).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
      return { ...Object.fromEntries(values), ...given };
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // what a parser says of a broken file quotes it, and this one holds secrets
    throw new UsageError(`--secrets ${file} ${code ? `cannot be read (${code})` : 'is not valid JSON'}`);
  }
  throw new UsageError(`--secrets ${file} must hold a JSON object of names and values`);
}
