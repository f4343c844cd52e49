import { type Check, STRUCTURE } from '../check';
import { actionsOf } from '../parts';

export const RUN_ORDER: Check = {
  id: 'conveyor:run-order',
  severity: 'error',
  title: 'The run order of an action is no whole number from 1 to 999',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Use a whole number from 1 to 999; actions of a stage with the same number run side by side.',
  source: STRUCTURE,
  * find(pipeline) {
    for (const { action } of actionsOf(pipeline)) {
      const order = action.declared.at('RunOrder');
      if (order.text !== undefined && !(/^\d+$/.test(order.text) && Number(order.text) >= 1 && Number(order.text) <= 999)) {
        yield { at: order, wrong: `The run order is ${order.text}.` };
      }
    }
  },
};
