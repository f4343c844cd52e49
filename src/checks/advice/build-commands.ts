/** What a build runs, where the template itself says it. */

import { Declared, isObject, type Plan } from '../../plan';
import { readSpec } from '../buildspec/spec';
import type { UsedProject } from '../projects-of';

/** A buildspec that stands in the template itself; undefined for the name of a file, and for what cannot be read. */
export function inlineBuildspec(declared: Declared, { parseYaml }: Plan): Declared | undefined {
  const root = readSpec(declared, parseYaml)?.root;
  return isObject(root) ? new Declared(root, undefined) : undefined;
}

/** Every buildspec that the uses of a project run; undefined when a part of one is unknown, or when one is a file. */
export function buildspecsOf({ project, uses }: UsedProject, plan: Plan): Declared[] | undefined {
  const own = project.declared.at('Source', 'BuildSpec');
  const written = new Map(uses.map(use => (use.at('BuildspecOverride').given ? use.at('BuildspecOverride') : own)).map(each => [each.written, each]));
  const found = [...written.values()].map(each => (each.text === undefined ? undefined : inlineBuildspec(each, plan)));
  return found.every(one => one !== undefined) ? found : undefined;
}

/** The commands of a buildspec; undefined when it runs others beside them. */
export function commandsOf(buildspec: Declared): string[] | undefined {
  if (buildspec.at('batch').given) return undefined;
  const phases = buildspec.at('phases');
  const lists = phases.keys.flatMap(phase => ['commands', 'finally'].map(key => phases.at(phase, key))).filter(list => list.given);
  const commands = lists.flatMap(list => (list.isList ? list.items : [list])).map(command => command.text);
  return commands.every(command => command !== undefined) ? commands : undefined;
}
