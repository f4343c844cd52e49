import { commandsIn } from './places';
import { COMMANDS } from '../../catalog/builds';
import type { Check } from '../check';
import { lacks } from '../known';

export const COMMANDS_MISSING: Check = {
  id: 'conveyor:commands-missing',
  severity: 'error',
  title: 'A Commands action, or a Commands rule, has no commands',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'List what to run under `Commands`, beside `Configuration` and not in it.',
  source: COMMANDS.source,
  * find(pipeline) {
    for (const declared of commandsIn(pipeline)) {
      const commands = declared.at('Commands');
      if (lacks(declared, 'Commands')) yield { at: declared, wrong: 'It has no commands.' };
      if (commands.isList && commands.items.length === 0) yield { at: commands, wrong: 'The list of commands is empty.' };
    }
  },
};
