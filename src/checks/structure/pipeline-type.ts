import { type Check, STRUCTURE } from '../check';
import { shown } from '../known';

const TYPES = ['V1', 'V2'];

export const PIPELINE_TYPE: Check = {
  id: 'conveyor:pipeline-type',
  severity: 'error',
  title: 'The type of a pipeline is neither V1 nor V2',
  why: 'CloudFormation refuses the template.',
  mend: 'Use V2; V1 knows no triggers, variables or conditions, and takes changes one after another.',
  source: STRUCTURE,
  * find({ declared }) {
    const type = declared.at('PipelineType');
    if (type.text !== undefined && !TYPES.includes(type.text)) yield { at: type, wrong: `The pipeline is of the type ${shown(type.text)}.` };
  },
};
