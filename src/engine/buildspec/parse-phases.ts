import { Buildspec, BuildspecPhase, PHASE_KEYS, PhaseKey } from './buildspec';
import { parseOnFailure } from './on-failure';
import { Section } from './section';
import { INSTALL, keysOf, PHASE } from '../../catalog/buildspec';

const QUOTE = 'a ": " in a command makes YAML read a mapping: put the whole command in quotes, or after "|" on lines of its own';

export function parsePhases(root: Section): Buildspec['phases'] {
  if (!root.has('phases')) throw root.error(undefined, `"phases" is missing; a buildspec needs at least one of ${PHASE_KEYS.join(', ')}`);
  const section = root.section('phases');
  section.warnOfOthers(PHASE_KEYS);
  if (!PHASE_KEYS.some((key) => section.has(key))) {
    throw root.error('phases', `"phases" holds none of ${PHASE_KEYS.join(', ')}; give at least one of them, with commands`);
  }
  const phases: Partial<Record<PhaseKey, BuildspecPhase>> = {};
  for (const key of PHASE_KEYS) {
    if (section.has(key)) phases[key] = parsePhase(key, section.section(key));
  }
  return phases;
}

function parsePhase(key: PhaseKey, phase: Section): BuildspecPhase {
  phase.warnOfOthers(keysOf(key === 'install' ? INSTALL : PHASE));
  const commands = phase.oneOrMore('commands', QUOTE);
  if (commands === undefined && key !== 'install') {
    throw phase.error(undefined, `"${phase.name('commands')}" is missing; list the phase's commands, or leave the phase out`);
  }
  const onFailure = phase.text('on-failure');
  return {
    runAs: phase.text('run-as'),
    runtimeVersions: key === 'install' ? phase.texts('runtime-versions') : {},
    commands: refuseNul(phase, 'commands', commands ?? []),
    finally: refuseNul(phase, 'finally', phase.oneOrMore('finally', QUOTE) ?? []),
    onFailure: onFailure === undefined ? undefined : parseOnFailure(onFailure, (problem) => phase.error('on-failure', problem)),
  };
}

/** No shell can be given a NUL byte. */
function refuseNul(phase: Section, key: string, commands: string[]): string[] {
  const bad = commands.findIndex((command) => command.includes('\0'));
  if (bad >= 0) throw phase.document.error([...phase.path, key, bad], 'a command cannot hold a NUL character; take it out');
  return commands;
}
