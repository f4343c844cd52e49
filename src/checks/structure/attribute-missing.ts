import type { Check } from '../check';
import { shown } from '../known';

/** What `Fn::GetAtt` gives of a pipeline. */
const ATTRIBUTES = ['Version'];

export const ATTRIBUTE_MISSING: Check = {
  id: 'conveyor:attribute-missing',
  severity: 'error',
  title: 'A template asks a pipeline for an attribute that it does not have',
  why: 'CloudFormation refuses the template: `Fn::GetAtt` of a pipeline gives its `Version`, and nothing else.',
  mend: '`!Ref` gives its name. Its ARN is `!Sub arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}`.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-pipeline.html',
  * find({ file, logicalId }, plan) {
    for (const { at, name } of plan.attributesAskedOf(file, logicalId)) {
      if (!ATTRIBUTES.includes(name)) yield { at, wrong: `The pipeline ${logicalId} has no attribute ${shown(name)}.` };
    }
  },
};
