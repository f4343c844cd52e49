import { type Check, LIMITS } from '../check';
import { lacks } from '../known';

const MOST = 50;

export const ACTION_COUNT: Check = {
  id: 'conveyor:action-count',
  severity: 'error',
  title: 'A stage has no action, or more than 50',
  why: 'CodePipeline refuses the pipeline: a stage has 1 to 50 actions.',
  mend: 'Give the stage an action, or leave it out; divide what has more than 50 into stages that follow each other.',
  source: LIMITS,
  * find({ stages }) {
    for (const { declared } of stages) {
      const actions = declared.at('Actions');
      const count = actions.items.length;
      if (lacks(declared, 'Actions')) yield { at: declared, wrong: 'The stage has no actions.' };
      if (actions.isList && count === 0) yield { at: actions, wrong: 'The stage has no actions.' };
      if (count > MOST) yield { at: actions, wrong: `The stage has ${count} actions.` };
    }
  },
};
