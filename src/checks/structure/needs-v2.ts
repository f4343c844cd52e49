import type { Declared, PipelinePlan } from '../../plan';
import { type Check, GUIDE, type Problem } from '../check';
import { actionsOf } from '../parts';

const HOOKS = { BeforeEntry: 'an entry condition', OnSuccess: 'a success condition', OnFailure: 'a failure condition' };
const LISTS = { Triggers: 'triggers', Variables: 'variables' };

export const NEEDS_V2: Check = {
  id: 'conveyor:needs-v2',
  severity: 'error',
  title: 'A pipeline of the type V1 uses what only V2 has',
  why: 'CodePipeline refuses the pipeline. Where a template names no type, the pipeline is of the type V1.',
  mend: 'Add `PipelineType: V2` to the pipeline.',
  source: `${GUIDE}/pipeline-types.html`,
  * find(pipeline) {
    const type = pipeline.declared.at('PipelineType');
    if (type.given ? type.text !== 'V1' : !pipeline.declared.isObject) return;
    const is = type.given ? 'is of the type V1' : 'names no type, and so is of the type V1';
    for (const { at, what } of onlyInV2(pipeline)) {
      yield { at, wrong: `The pipeline ${is}, and has ${what}.`, ...(type.given && { mend: 'Make it `PipelineType: V2`.' }) } satisfies Problem;
    }
  },
};

function* onlyInV2(pipeline: PipelinePlan): Generator<{ readonly at: Declared; readonly what: string }> {
  const { declared, stages } = pipeline;
  const mode = declared.at('ExecutionMode');
  if (mode.text === 'QUEUED' || mode.text === 'PARALLEL') yield { at: mode, what: `the execution mode ${mode.text}` };
  for (const [key, what] of Object.entries(LISTS)) {
    const list = declared.at(key);
    if (list.items.length > 0) yield { at: list, what };
  }
  for (const stage of stages) {
    for (const [key, what] of Object.entries(HOOKS)) {
      const hook = stage.declared.at(key);
      if (hook.keys.length > 0) yield { at: hook, what: key === 'OnFailure' && !hook.at('Conditions').given ? 'an answer to failure' : what };
    }
  }
  for (const { action, row } of actionsOf(pipeline)) {
    if (row?.pipelineType === 'V2') yield { at: action.declared.at('ActionTypeId', 'Provider'), what: `an action of ${row.provider}` };
  }
}
