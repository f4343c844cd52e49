import { commandsIn } from './places';
import type { Declared } from '../../plan';
import { type Check, LIMITS, type Problem } from '../check';
import { isClosed, knownPart, shown } from '../known';

const LONGEST = 1000;

export const COMMAND_FORM: Check = {
  id: 'conveyor:command-form',
  severity: 'error',
  title: 'A command is no text of one line with 1 to 1000 characters',
  why: 'CodePipeline refuses the pipeline: it takes every command but those of many lines.',
  mend: 'Join lines with && or ;, or put them into a script beside the source, and run that.',
  source: LIMITS,
  * find(pipeline) {
    for (const declared of commandsIn(pipeline)) {
      const commands = declared.at('Commands');
      if (commands.text !== undefined || isClosed(commands)) {
        yield { at: commands, wrong: 'The commands are no list.', mend: 'Write them as a list, even if it is one.' };
      }
      for (const command of commands.items) yield* wrongForm(command);
    }
  },
};

function* wrongForm(command: Declared): Generator<Problem> {
  if (isClosed(command) || command.isList) {
    yield { at: command, wrong: 'The command is no text.', mend: 'Put quotation marks around it: YAML takes a text with a colon and a space for an object.' };
  }
  const known = knownPart(command);
  if (known === undefined) return;
  // what ends in a line break, as a block of YAML does, still has one line
  if (/[\r\n]/.test(known.trimEnd())) yield { at: command, wrong: `The command ${shown(known)} has more than one line.` };
  if (known.length > LONGEST) yield { at: command, wrong: `The command ${shown(known)} has ${known.length} characters.` };
  if (!command.unknown && known.trim() === '') yield { at: command, wrong: 'A command is empty.', mend: 'Leave it out.' };
}
