import { commandsIn } from './places';
import { type Check, LIMITS } from '../check';

const MOST = 50;

export const COMMANDS_COUNT: Check = {
  id: 'conveyor:commands-count',
  severity: 'error',
  title: 'A Commands action, or a Commands rule, has more than 50 commands',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Put them into a script beside the source, and run that.',
  source: LIMITS,
  * find(pipeline) {
    for (const declared of commandsIn(pipeline)) {
      const commands = declared.at('Commands');
      if (commands.items.length > MOST) yield { at: commands, wrong: `There are ${commands.items.length} commands.` };
    }
  },
};
