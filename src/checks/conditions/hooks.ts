/** What stands at the hooks of a pipeline's stages, as it is declared. */

import type { Declared, PipelinePlan, StagePlan } from '../../plan';
import { conditionsOf, type Hook } from '../parts';

export const SPOKEN: Readonly<Record<Hook, string>> = { BeforeEntry: 'before entry', OnSuccess: 'on success', OnFailure: 'on failure' };

export const CONDITIONS_PAGE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-conditions.html';
export const RULES_PAGE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference.html';

export interface PlacedHook {
  readonly stage: StagePlan;
  readonly hook: Hook;
  readonly declared: Declared;
}

export function hooksOf({ stages }: PipelinePlan): PlacedHook[] {
  return stages.flatMap(stage => (Object.keys(SPOKEN) as Hook[])
    .map(hook => ({ stage, hook, declared: stage.declared.at(hook) }))
    .filter(({ declared }) => declared.isObject));
}

/** Every result that a pipeline names, with its stage: those of failures and those of conditions. */
export function resultsOf(pipeline: PipelinePlan): { readonly stage: StagePlan; readonly result: Declared }[] {
  return [
    ...hooksOf(pipeline).filter(({ hook }) => hook === 'OnFailure').map(({ stage, declared }) => ({ stage, result: declared.at('Result') })),
    ...conditionsOf(pipeline).map(({ stage, condition }) => ({ stage, result: condition.declared.at('Result') })),
  ];
}
