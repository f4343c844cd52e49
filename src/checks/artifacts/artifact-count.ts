import type { Bounds } from '../../catalog/provider';
import type { Plan } from '../../plan';
import { type Check, STRUCTURE } from '../check';
import { customTypeOf } from '../custom-type-of';
import { lacks } from '../known';
import { actionsOf, type PlacedAction } from '../parts';

/** What a custom action type may ask for at most, whatever it is. */
const CUSTOM: Bounds = { min: 0, max: 5 };

const SIDES = [['InputArtifacts', 'input', 'inputs'], ['OutputArtifacts', 'output', 'outputs']] as const;

export const ARTIFACT_COUNT: Check = {
  id: 'conveyor:artifact-count',
  severity: 'error',
  title: 'An action has more or fewer artifacts than its provider takes or gives',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Give the action as many artifacts as its provider takes.',
  source: STRUCTURE,
  * find(pipeline, plan) {
    for (const placed of actionsOf(pipeline)) {
      const { declared } = placed.action;
      for (const [key, word, side] of SIDES) {
        const bounds = boundsOf(placed, side, plan);
        const list = declared.at(key);
        const count = list.items.length;
        const isKnown = lacks(declared, key) || list.isWhole;
        if (!bounds || !(count > bounds.max || (isKnown && count < bounds.min))) continue;
        const provider = declared.at('ActionTypeId', 'Provider').text;
        yield {
          at: list.given ? list : declared,
          wrong: `The action has ${counted(count, `${word} artifact`)}; ${provider} ${word === 'input' ? 'takes' : 'gives'} ${spoken(bounds)}.`,
          mend: count > bounds.max ? `Leave out ${counted(count - bounds.max, `${word} artifact`)}.` : `Name ${counted(bounds.min - count, `more ${word} artifact`)}.`,
        };
      }
    }
  },
};

function boundsOf({ action: { declared }, row }: PlacedAction, side: 'inputs' | 'outputs', plan: Plan): Bounds | undefined {
  if (row) return row[side];
  if (declared.at('ActionTypeId', 'Owner').text !== 'Custom') return undefined;
  const details = customTypeOf(declared, plan)?.at(side === 'inputs' ? 'InputArtifactDetails' : 'OutputArtifactDetails');
  const bound = (key: string, otherwise: number) => Number(details?.at(key).text ?? otherwise);
  const own = { min: bound('MinimumCount', CUSTOM.min), max: bound('MaximumCount', CUSTOM.max) };
  return Number.isInteger(own.min) && Number.isInteger(own.max) ? own : CUSTOM;
}

function counted(count: number, what: string): string {
  return count === 0 ? `no ${what}` : count === 1 ? `one ${what}` : `${count} ${what}s`;
}

function spoken({ min, max }: Bounds): string {
  if (max === 0) return 'none';
  if (min === max) return min === 1 ? 'exactly one' : `exactly ${min}`;
  return min === 0 ? `at most ${max === 1 ? 'one' : max}` : `${min} to ${max}`;
}
