import { near } from '../../catalog/nearest';
import { atPath } from '../../plan';
import type { Check } from '../check';
import { shown } from '../known';

/** A template with more is none that CloudFormation takes, and not worth the search. */
const MOST_NAMES = 500 + 200; // resources and parameters
/** For more of them than these, the right name is not searched. */
const MOST_MISSING = 50;

export const NAME_MISSING: Check = {
  id: 'conveyor:name-missing',
  severity: 'error',
  ofTemplate: true,
  title: 'A template with a pipeline refers to a resource, a parameter, a condition or a mapping that it lacks',
  why: 'CloudFormation refuses the template as a whole, and the pipeline is not deployed.',
  mend: 'Declare it, or refer to what there is.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html',
  * find({ file }, plan) {
    for (const [count, { kind, name, known, path }] of plan.surveyOf(file).missing.entries()) {
      const meant = known.size > MOST_NAMES || count > MOST_MISSING ? undefined : near(name, [...known]);
      const wrong = kind === 'pseudo parameter' ? `There is no pseudo parameter ${shown(name)}.` : `The template has no ${kind} ${shown(name)}.`;
      yield { at: atPath(path), wrong, mend: meant && `Did you mean "${meant}"?` };
    }
  },
};
