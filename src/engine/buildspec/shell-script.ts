import { join } from 'node:path';

/**
 * The few lines of bash around the commands of a build. They run in bash 3.2 (macOS) and later, and under any option
 * that a command may set: errexit, nounset, noclobber, posix.
 */

/** A descriptor for marks that commands do not come across. */
const MARK_FD = 199;
/** What closes a state file that was written to its end. */
export const WHOLE = '# whole';

/** Where a shell leaves its state: after each command, and as it exits. */
export interface StateFiles {
  readonly afterCommand: string;
  readonly atExit: string;
}

export function stateFilesIn(folder: string): StateFiles {
  return { afterCommand: join(folder, 'state'), atExit: join(folder, 'exit-state') };
}

export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * What a new shell is given first.
 *
 * @param restored whether to begin with the state that a shell before this one left after its last command
 */
export function preamble(files: StateFiles, token: string, restored: boolean): string {
  return [
    `exec ${MARK_FD}>&1`,
    ...(restored ? [`{ . ${quote(files.afterCommand)}; set +xv; } >/dev/null 2>&1`] : []),
    saveFunctions(files, token),
    `trap ${quote(`{ __conveyor_save ${quote(files.atExit)}; } 2>/dev/null`)} EXIT`,
    '',
  ].join('\n');
}

/** The tracing options in a state file, as letters of `$-`. */
export function tracingOf(state: string): string {
  return (/^set -o xtrace$/m.test(state) ? 'x' : '') + (/^set -o verbose$/m.test(state) ? 'v' : '');
}

/**
 * Saves what the next shell needs should this one be gone: `declare -p` comes back with errors for what is readonly,
 * and options come last, since errexit would take offence at those.
 */
function saveFunctions(files: StateFiles, token: string): string {
  return `__conveyor_save() {
{ builtin printf 'builtin cd -- %q\\n' "$PWD"; declare -p; declare -f; declare -F; alias -p; umask -p
trap -p ERR DEBUG RETURN HUP INT QUIT TERM USR1 USR2; shopt -p; set +o; builtin echo '${WHOLE}'; } 2>/dev/null >| "$1" || :
}
__conveyor_done() {
set +xv
__conveyor_save ${quote(files.afterCommand)}
builtin printf '${escapeToken(token)}done %s %s\\n' "$1" "$2" >&${MARK_FD} || :
}`;
}

/**
 * One command, and the mark that says how it ended. Both are on one line for bash, which therefore reads both before it
 * runs any. The standard input of bash is where it gets its commands from: those find an empty one. Tracing is off in between, so that it shows the commands and nothing of this; `flags` are the `$-` of the
 * command before.
 */
export function commandScript(command: string, flags: string, succeeding: boolean): string {
  const tracing = ['x', 'v'].filter((flag) => flags.includes(flag)).map((flag) => `set -${flag}\n`).join('');
  return `export CODEBUILD_BUILD_SUCCEEDING=${succeeding ? 1 : 0}\n`
    + `eval ${quote(` ${tracing}${command}`)} </dev/null; { __conveyor_done "$?" "$-"; } 2>/dev/null\n`;
}

/** A command that writes the values of variables to a file, each ended by a NUL; of those that are unset, nothing. */
export function variablesCommand(names: readonly string[], file: string): string {
  const values = names.map((name) => `"\${${name}-}"`).join(' ');
  return `builtin printf '%s\\0' ${values} >| ${quote(file)}`;
}

/**
 * A command that writes texts, expanded as inside a here-document, to a file, each ended by a NUL.
 *
 * @param delimiter a word that no text holds
 */
export function expansionCommand(texts: readonly string[], delimiter: string, file: string): string {
  const reads = texts.map((text) => `IFS= read -r -d '' text <<${delimiter}\n${text}\n${delimiter}\n`
    + "printf '%s\\0' \"${text%?}\"\n");
  return `(\nset +eu\n${reads.join('')}) >| ${quote(file)}`;
}

function escapeToken(token: string): string {
  return token.replace('\u001e', '\\036');
}
