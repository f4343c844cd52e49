/** Who gives which artifact, and who reads which. */

import type { Declared, PipelinePlan } from '../../plan';
import { isClosed, lacks } from '../known';
import { type Moment, momentOf, momentOfHook } from '../moment';
import { actionsOf, isWhole, rulesOf } from '../parts';

export interface Artifact {
  /** the name, or what stands in its place */
  readonly at: Declared;
  /** undefined when it is unknown */
  readonly name: string | undefined;
  /** the action or the rule */
  readonly by: Declared;
  readonly moment: Moment;
}

export function givenIn(pipeline: PipelinePlan): Artifact[] {
  return actionsOf(pipeline).flatMap(placed => named(placed.action.declared, 'OutputArtifacts', momentOf(placed)));
}

export function readIn(pipeline: PipelinePlan): Artifact[] {
  return [
    ...actionsOf(pipeline).flatMap(placed => named(placed.action.declared, 'InputArtifacts', momentOf(placed))),
    ...rulesOf(pipeline).flatMap(({ rule, hook, stageIndex }) => named(rule.declared, 'InputArtifacts', momentOfHook(hook, stageIndex))),
  ];
}

function named(by: Declared, key: 'InputArtifacts' | 'OutputArtifacts', moment: Moment): Artifact[] {
  return by.at(key).items.map(item => {
    const name = item.at('Name');
    return { at: name.given ? name : item, name: name.text, by, moment };
  });
}

/** Whether every artifact of the pipeline is known by its name. */
export function allIsKnown(pipeline: PipelinePlan): boolean {
  return isWhole(pipeline) && pipeline.stages.every(({ actions, declared: stage }) => isClosed(stage) && actions.every(({ declared }) => {
    const outputs = declared.at('OutputArtifacts');
    return lacks(declared, 'OutputArtifacts') || (outputs.isWhole && outputs.items.every(item => item.at('Name').text !== undefined));
  }));
}
