import { type Check, GUIDE } from '../check';
import { actionsOf } from '../parts';

const [LEAST, MOST] = [5, 86400];

export const TIMEOUT: Check = {
  id: 'conveyor:timeout',
  severity: 'error',
  title: 'An action has a timeout that is not 5 to 86400 minutes, or that only a manual approval may have',
  why: 'CodePipeline refuses the pipeline: no other action than a manual approval takes a time of its own.',
  mend: 'Use a whole number of minutes from 5 to 86400 (60 days).',
  source: `${GUIDE}/limits.html`,
  * find(pipeline) {
    for (const { action: { declared } } of actionsOf(pipeline)) {
      const timeout = declared.at('TimeoutInMinutes');
      const { text: category } = declared.at('ActionTypeId', 'Category');
      if (timeout.given && category !== undefined && category !== 'Approval') {
        yield {
          at: timeout,
          wrong: `An action of the category ${category} has a timeout.`,
          mend: 'Leave it out: how long a build may take, say, is told by its project.',
        };
      } else if (timeout.text !== undefined && !(/^\d{1,6}$/.test(timeout.text) && Number(timeout.text) >= LEAST && Number(timeout.text) <= MOST)) {
        yield { at: timeout, wrong: `The timeout is ${timeout.text} minutes.` };
      }
    }
  },
};
