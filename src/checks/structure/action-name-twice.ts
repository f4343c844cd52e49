import { type Check, STRUCTURE } from '../check';
import { shown } from '../known';
import { twice } from '../twice';

export const ACTION_NAME_TWICE: Check = {
  id: 'conveyor:action-name-twice',
  severity: 'error',
  title: 'Two actions of a stage have the same name',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Give each action of the stage a name of its own; actions of different stages may share one.',
  source: STRUCTURE,
  * find({ stages }) {
    for (const { actions } of stages) {
      for (const { at, text } of twice(actions.map(({ declared }) => declared.at('Name')))) {
        yield { at, wrong: `An earlier action of the stage is called ${shown(text)}, too.` };
      }
    }
  },
};
