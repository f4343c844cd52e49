import { type Check, GUIDE } from '../check';
import { grouped } from '../grouped';
import { lacks } from '../known';
import { actionsOf, isWhole, type PlacedAction } from '../parts';

const MANY = 3;

export const APPROVALS_IN_A_ROW: Check = {
  id: 'conveyor:approvals-in-a-row',
  severity: 'warning',
  title: 'Three or more approvals wait one after another, and nothing happens between them',
  why: 'Nothing is known at the third that was not known at the first, so the later ones learn to approve unseen; each of them waits up to seven days, '
    + 'and the stage admits no other change meanwhile. Approvals that wait side by side are not counted as a row.',
  mend: 'Ask all of them at once (the same run order), leave some out, or let something be deployed or tested between them.',
  source: `${GUIDE}/approvals.html`,
  * find(pipeline) {
    if (!isWhole(pipeline)) return;
    let row: PlacedAction[] = [];
    for (const step of [...stepsOf(actionsOf(pipeline)), []]) {
      if (step.length && step.every(({ action }) => action.declared.at('ActionTypeId', 'Category').text === 'Approval')) {
        row.push(step[0]);
        continue;
      }
      if (row.length >= MANY) {
        const last = row[row.length - 1];
        const names = row.map(({ stage, action }) => `"${stage.name}/${action.name}"`);
        yield { at: last.action.declared, wrong: `${row.length} approvals wait one after another: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}.` };
      }
      row = [];
    }
  },
};

/** What runs side by side, in the order of the pipeline. A stage with conditions does something of its own before or after: an empty step. */
function stepsOf(actions: readonly PlacedAction[]): PlacedAction[][] {
  return [...grouped(actions, placed => placed.stage)].flatMap(([stage, placed]) => {
    const hasConditions = ['BeforeEntry', 'OnSuccess'].some(hook => !lacks(stage.declared, hook));
    if (hasConditions || placed.some(({ action }) => action.declared.at('RunOrder').unknown)) return [[]];
    return [...grouped(placed, ({ action }) => action.runOrder)].sort(([one], [other]) => one - other).map(([, step]) => step);
  });
}
