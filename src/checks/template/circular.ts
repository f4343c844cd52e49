import { atPath } from '../../plan';
import type { Check } from '../check';
import { shown } from '../known';

/** Of a longer circle, the first and the last are named. */
const LONGEST = 6;

export const CIRCULAR: Check = {
  id: 'conveyor:circular',
  severity: 'error',
  ofTemplate: true,
  title: 'Resources of a template with a pipeline refer to each other in a circle',
  why: 'CloudFormation creates a resource after those that it refers to, and refuses a template where that has no beginning.',
  mend: 'Put one of the references in a resource of its own (a policy, a rule, a bucket policy), or write the name or the ARN out on one side.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
  * find({ file }, plan) {
    for (const { logicalIds, path } of plan.surveyOf(file).circles) {
      const [first] = logicalIds;
      const names = logicalIds.length > LONGEST ? [...logicalIds.slice(0, LONGEST - 1), '…', logicalIds.at(-1)!] : logicalIds;
      yield {
        at: atPath(path),
        wrong: logicalIds.length === 1 ? `The resource ${shown(first)} refers to itself.` : `Resources refer to each other in a circle: ${[...names, first].join(' → ')}.`,
      };
    }
  },
};
