import type { Check } from '../check';
import { isFirstOfTemplate } from '../first-of-template';

const RESOURCES = 500;
const BYTES = 1024 * 1024;

export const TEMPLATE_SIZE: Check = {
  id: 'conveyor:template-size',
  severity: 'error',
  title: 'A template with a pipeline has more than 500 resources, or more than 1 MB',
  why: 'CloudFormation refuses the template, and the pipeline is not deployed.',
  mend: 'Put what the pipeline needs into further stacks, or divide the pipeline.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
  * find(pipeline, plan) {
    const { file, declared } = pipeline;
    if (!isFirstOfTemplate(pipeline, plan)) return;
    const count = plan.resources.all.reduce((sum, resource) => sum + (resource.file === file ? 1 : 0), 0);
    if (count > RESOURCES) yield { at: declared, wrong: `The template has ${count} resources.` };
    const size = plan.sizeOf(file);
    if (size > BYTES) yield { at: declared, wrong: `The template has ${size} bytes, written without blanks; CloudFormation takes ${BYTES}.` };
  },
};
