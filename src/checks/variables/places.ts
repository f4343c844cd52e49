/** The texts of a pipeline in which CodePipeline puts values in place of references. */

import type { Declared, PipelinePlan } from '../../plan';
import { type Moment, momentOf, momentOfHook } from '../moment';
import { actionsOf, rulesOf } from '../parts';
import { type Misreference, type Reference, referencesIn } from './reference';

export interface Place {
  readonly at: Declared;
  /** when the values are needed */
  readonly moment: Moment;
  /** the action or the rule */
  readonly by: Declared;
  /** whether it is code of another language, in which `#{…}` may mean something else */
  readonly isCode: boolean;
  readonly isSource: boolean;
}

export interface Found<T = Reference | Misreference> {
  readonly place: Place;
  readonly reference: T;
}

export function referencesOf(pipeline: PipelinePlan): Found[] {
  return [...placesOf(pipeline)].flatMap(place => referencesIn(place.at.written ?? '').map(reference => ({ place, reference })));
}

function* placesOf(pipeline: PipelinePlan): Generator<Place> {
  for (const placed of actionsOf(pipeline)) {
    const { declared } = placed.action;
    yield* textsOf(declared, momentOf(placed), declared.at('ActionTypeId', 'Category').text === 'Source');
  }
  for (const { rule, hook, stageIndex } of rulesOf(pipeline)) yield* textsOf(rule.declared, momentOfHook(hook, stageIndex), false);
}

function* textsOf(by: Declared, moment: Moment, isSource: boolean): Generator<Place> {
  const configuration = by.at('Configuration');
  for (const key of configuration.keys) {
    for (const at of leavesOf(configuration.at(key))) yield { at, by, moment, isSource, isCode: key === 'BuildspecOverride' };
  }
  for (const at of by.at('Commands').items) yield { at, by, moment, isSource, isCode: true };
  for (const variable of by.at('EnvironmentVariables').items) yield { at: variable.at('Value'), by, moment, isSource, isCode: false };
}

function* leavesOf(value: Declared): Generator<Declared> {
  if (value.isObject) for (const key of value.keys) yield* leavesOf(value.at(key));
  else if (value.isList) for (const item of value.items) yield* leavesOf(item);
  else yield value;
}
