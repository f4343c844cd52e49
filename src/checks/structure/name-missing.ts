import { near } from '../../catalog/nearest';
import type { Check } from '../check';
import { shown } from '../known';

/** A template with more is none that CloudFormation takes, and not worth the search. */
const MOST_RESOURCES = 500 + 200; // with its parameters

export const NAME_MISSING: Check = {
  id: 'conveyor:name-missing',
  severity: 'error',
  title: 'A pipeline refers to a resource, a parameter, a condition or a mapping that its template lacks',
  why: 'CloudFormation refuses the template.',
  mend: 'Declare it, or refer to what there is.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html',
  * find({ file, logicalId }, plan) {
    for (const { at, kind, name, known } of plan.missingIn(file, logicalId)) {
      const meant = known.size > MOST_RESOURCES ? undefined : near(name, [...known]);
      yield { at, wrong: `The template has no ${kind} ${shown(name)}.`, mend: meant && `Did you mean "${meant}"?` };
    }
  },
};
