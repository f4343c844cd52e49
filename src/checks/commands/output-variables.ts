import { commandActionsIn } from './places';
import { type Check, LIMITS } from '../check';
import { knownPart, shown } from '../known';
import { twice } from '../twice';

const [MOST, LONGEST] = [15, 128];
/** What no name has that a shell can export. */
const NOT_EXPORTED = /\W/;

export const OUTPUT_VARIABLES: Check = {
  id: 'conveyor:output-variables',
  severity: 'error',
  title: 'The output variables of a Commands action are more than 15, or one of them is too long, there twice, or none of a shell',
  why: 'CodePipeline refuses the pipeline: it takes 1 to 15 names of 1 to 128 characters. What no shell can export is never given.',
  mend: 'Name at most 15 variables, each once; what else later actions need can be a file of the output artifact.',
  source: LIMITS,
  * find(pipeline) {
    for (const declared of commandActionsIn(pipeline)) {
      const list = declared.at('OutputVariables');
      if (list.text !== undefined) yield { at: list, wrong: `The output variables ${shown(list.text)} are no list.`, mend: 'Write them as a list, even if it is one.' };
      if (list.items.length > MOST) yield { at: list, wrong: `There are ${list.items.length} output variables.` };
      if (list.isList && list.items.length === 0) yield { at: list, wrong: 'The list of output variables is empty.', mend: 'Name one, or leave the list out.' };
      for (const name of list.items) {
        const length = knownPart(name)?.length ?? 1;
        if (NOT_EXPORTED.test(knownPart(name) ?? '')) yield { at: name, wrong: `No shell exports a variable ${shown(name.written ?? '')}.`, mend: 'Use letters, digits and _' };
        if (length > LONGEST || name.text === '') yield { at: name, wrong: `The output variable ${shown(name.written ?? '')} has ${length} characters.` };
      }
      for (const { at, text } of twice(list.items)) yield { at, wrong: `The output variable ${shown(text)} is there twice.` };
    }
  },
};
