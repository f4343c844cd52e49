import { type Check, STRUCTURE } from '../check';
import { shown } from '../known';
import { twice } from '../twice';

export const STAGE_NAME_TWICE: Check = {
  id: 'conveyor:stage-name-twice',
  severity: 'error',
  title: 'Two stages have the same name',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Give each stage a name of its own.',
  source: STRUCTURE,
  * find({ stages }) {
    for (const { at, text } of twice(stages.map(({ declared }) => declared.at('Name')))) {
      yield { at, wrong: `An earlier stage is called ${shown(text)}, too.` };
    }
  },
};
