import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Buildspec } from './buildspec';
import { Shell } from './shell';
import { expansionCommand, variablesCommand } from './shell-script';

/** What the shell knows once the commands are through. */
export interface Evaluated {
  /** the buildspec, its artifacts and reports as the shell expands them */
  readonly buildspec: Buildspec;
  readonly exported: Readonly<Record<string, string>>;
}

/** Asks the shell for the values of exported variables, and to expand what artifacts and reports say with `$`. */
export async function evaluate(
  buildspec: Buildspec, exported: readonly string[], shell: Shell, folder: string, succeeding: boolean,
): Promise<Evaluated> {
  const texts = new Set<string>();
  mapTexts(buildspec, (text) => {
    if (/[$`]/.test(text)) texts.add(text);
    return text;
  });
  const commands: string[] = [];
  const [values, expansions] = [join(folder, 'values'), join(folder, 'expansions')];
  if (exported.length > 0) commands.push(variablesCommand(exported, values));
  if (texts.size > 0) commands.push(expansionCommand([...texts], `end_${randomBytes(8).toString('hex')}`, expansions));
  if (commands.length > 0) await shell.ask(commands.join('\n'), succeeding);
  const found = await readTexts(exported.length > 0 ? values : undefined);
  const expanded = await readTexts(texts.size > 0 ? expansions : undefined);
  const expansion = new Map([...texts].map((text, index) => [text, expanded[index] ?? text]));
  return {
    buildspec: mapTexts(buildspec, (text) => expansion.get(text) ?? text),
    exported: Object.fromEntries(exported.map((name, index) => [name, found[index] ?? ''])),
  };
}

/** The buildspec with another text for each that the shell may expand. */
function mapTexts(buildspec: Buildspec, map: (text: string) => string): Buildspec {
  const of = <T extends { files: readonly string[]; baseDirectory?: string; name?: string; excludePaths?: readonly string[] }>(spec: T): T => ({
    ...spec,
    files: spec.files.map(map),
    ...(spec.baseDirectory === undefined ? {} : { baseDirectory: map(spec.baseDirectory) }),
    ...(spec.name === undefined ? {} : { name: map(spec.name) }),
    ...(spec.excludePaths === undefined ? {} : { excludePaths: spec.excludePaths.map(map) }),
  });
  return {
    ...buildspec,
    artifacts: buildspec.artifacts && of(buildspec.artifacts),
    secondaryArtifacts: Object.fromEntries(Object.entries(buildspec.secondaryArtifacts).map(([id, spec]) => [id, of(spec)])),
    reports: buildspec.reports.map(of),
  };
}

async function readTexts(file: string | undefined): Promise<string[]> {
  if (file === undefined) return [];
  const text = await readFile(file, 'utf8').catch(() => ''); // the shell could not write it: nothing is known
  return text.split('\0').slice(0, -1);
}
