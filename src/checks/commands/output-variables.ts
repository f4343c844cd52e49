import { commandActionsIn } from './places';
import { type Check, LIMITS } from '../check';
import { knownPart, shown } from '../known';

const [MOST, LONGEST] = [15, 128];

export const OUTPUT_VARIABLES: Check = {
  id: 'conveyor:output-variables',
  severity: 'error',
  title: 'The output variables of a Commands action are more than 15, one is too long, or one is there twice',
  why: 'CodePipeline refuses the pipeline: it takes 1 to 15 names of 1 to 128 characters.',
  mend: 'Name at most 15 variables, each once; what else later actions need can be a file of the output artifact.',
  source: LIMITS,
  * find(pipeline) {
    for (const declared of commandActionsIn(pipeline)) {
      const list = declared.at('OutputVariables');
      const seen = new Set<string>();
      if (list.text !== undefined) yield { at: list, wrong: `The output variables ${shown(list.text)} are no list.`, mend: 'Write them as a list, even if it is one.' };
      if (list.items.length > MOST) yield { at: list, wrong: `There are ${list.items.length} output variables.` };
      if (list.isList && list.items.length === 0) yield { at: list, wrong: 'The list of output variables is empty.', mend: 'Name one, or leave the list out.' };
      for (const name of list.items) {
        const length = knownPart(name)?.length ?? 1;
        if (length > LONGEST || name.text === '') yield { at: name, wrong: `The output variable ${shown(name.written ?? '')} has ${length} characters.` };
        if (name.text && seen.has(name.text)) yield { at: name, wrong: `The output variable ${shown(name.text)} is there twice.` };
        seen.add(name.text ?? '');
      }
    }
  },
};
