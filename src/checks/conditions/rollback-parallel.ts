import { type Check, GUIDE } from '../check';
import { shown } from '../known';
import { resultsOf } from './hooks';

export const ROLLBACK_PARALLEL: Check = {
  id: 'conveyor:rollback-parallel',
  severity: 'error',
  title: 'A stage of a pipeline whose executions run in parallel is to roll back',
  why: 'CodePipeline refuses the pipeline: executions of the mode PARALLEL know nothing of each other, and there is none to go back to.',
  mend: 'Use the mode QUEUED or SUPERSEDED, or another result than ROLLBACK.',
  source: `${GUIDE}/execution-modes.html`,
  * find(pipeline) {
    if (pipeline.declared.at('ExecutionMode').text !== 'PARALLEL') return;
    for (const { stage, result } of resultsOf(pipeline)) {
      if (result.text === 'ROLLBACK') yield { at: result, wrong: `The stage ${shown(stage.name)} is to roll back, and the mode is PARALLEL.` };
    }
  },
};
