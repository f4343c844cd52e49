import { near } from '../../catalog/nearest';
import type { Declared } from '../../plan';
import type { Check, Problem } from '../check';
import { shown } from '../known';
import { eachProperty } from './each-property';
import { PIPELINE, type Properties } from './known-properties';

export const PROPERTY_UNKNOWN: Check = {
  id: 'conveyor:property-unknown',
  severity: 'error',
  title: 'A pipeline, or a part of it, has a property that CloudFormation does not know',
  why: 'CloudFormation refuses the template. The keys of CodePipeline\'s own JSON begin with small letters; those of a template do not.',
  mend: 'Write the property as CloudFormation\'s reference does, or leave it out.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-pipeline.html',
  find: ({ declared }) => unknownIn(declared, PIPELINE),
};

/** What stands in something, or in a part of it, that is none of its properties. */
export function* unknownIn(declared: Declared, properties: Properties): Generator<Problem> {
  for (const { key, value, of, shape, known } of eachProperty(declared, properties)) {
    if (shape !== undefined) continue;
    const meant = near(key, Object.keys(known));
    yield {
      at: value.given ? value : of,
      wrong: `There is no property ${shown(key)} here.`,
      mend: meant ? `Did you mean ${meant}?` : `The properties here are ${Object.keys(known).join(', ')}.`,
    };
  }
}
