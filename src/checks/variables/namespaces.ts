/** Which action gives which variables. */

import { COMMANDS } from '../../catalog/builds';
import type { Declared, PipelinePlan } from '../../plan';
import { isClosed, lacks } from '../known';
import { type Moment, momentOf } from '../moment';
import { actionsOf, isWhole, type PlacedAction } from '../parts';

/** What CodePipeline itself gives. */
export const EXECUTION = 'codepipeline';
export const EXECUTION_KEYS = ['PipelineExecutionId'];
/** The variables that the pipeline declares. */
export const PIPELINE = 'variables';
/** What no action may give under. */
export const RESERVED = [EXECUTION, PIPELINE];

export interface Namespace {
  readonly at: Declared;
  readonly name: string;
  readonly action: Declared;
  readonly moment: Moment;
  readonly provider: string;
  /** names of the variables in it; undefined when only the action's own work decides, or when they are unknown */
  readonly keys?: readonly string[];
}

/** The namespaces of a pipeline's actions, as far as they are known, and may be theirs. */
export function namespacesOf(pipeline: PipelinePlan): Namespace[] {
  return actionsOf(pipeline).flatMap(placed => {
    const { declared } = placed.action;
    const at = declared.at('Namespace');
    const provider = declared.at('ActionTypeId', 'Provider').text ?? 'The action';
    if (at.text === undefined || RESERVED.includes(at.text)) return [];
    return [{ at, name: at.text, action: declared, moment: momentOf(placed), provider, keys: keysOf(placed) }];
  });
}

function keysOf({ action: { declared }, row }: PlacedAction): readonly string[] | undefined {
  if (row === COMMANDS) {
    if (lacks(declared, 'OutputVariables')) return [];
    const list = declared.at('OutputVariables');
    return list.isWhole ? list.items.map(({ written }) => written ?? '') : undefined;
  }
  return row && row.variables !== '*' ? row.variables : undefined;
}

/** Whether the pipeline certainly has no other namespaces. */
export function allAreKnown(pipeline: PipelinePlan): boolean {
  return isWhole(pipeline) && pipeline.stages.every(({ declared, actions }) => isClosed(declared)
    && actions.every(({ declared: action }) => lacks(action, 'Namespace') || action.at('Namespace').text !== undefined));
}

/** The names of the variables that a pipeline declares; undefined when one may be missing from them. */
export function declaredVariables({ declared }: PipelinePlan): string[] | undefined {
  if (lacks(declared, 'Variables')) return [];
  const list = declared.at('Variables');
  const names = list.items.map(item => item.at('Name').text);
  return list.isWhole && names.every(name => name !== undefined) ? names : undefined;
}
