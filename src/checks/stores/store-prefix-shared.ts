import { storesOf } from './stores';
import { artifactPrefix, PIPELINE_PREFIX_LENGTH } from '../../catalog/artifact-access';
import type { PipelinePlan, Plan } from '../../plan';
import type { Check } from '../check';

export const STORE_PREFIX_SHARED: Check = {
  id: 'conveyor:store-prefix-shared',
  severity: 'warning',
  title: `Two pipelines share a bucket and the first ${PIPELINE_PREFIX_LENGTH} characters of their names`,
  why: 'CodePipeline keeps their artifacts in one folder, so that a role which may read those of one pipeline may read those of the other.',
  mend: `Let the names differ within their first ${PIPELINE_PREFIX_LENGTH} characters, or give each pipeline a bucket of its own.`,
  * find(pipeline, plan) {
    const name = pipeline.declared.at('Name');
    if (!name.text) return;
    const prefix = artifactPrefix(name.text);
    const buckets = bucketsOf(pipeline, plan);
    for (const other of plan.pipelines) {
      if (other === pipeline) return;
      if (artifactPrefix(other.name) !== prefix) continue;
      const { text } = other.declared.at('Name');
      if (!text || !bucketsOf(other, plan).some(bucket => buckets.includes(bucket))) continue;
      yield { at: name, wrong: `The pipelines ${text} and ${name.text} keep their artifacts under ${prefix}/ in the same bucket.` };
      return;
    }
  },
};

/** The buckets of a pipeline: by their resource where the document has it, for two stacks may call different ones the same. */
function bucketsOf(pipeline: PipelinePlan, plan: Plan): string[] {
  return storesOf(pipeline).flatMap(({ declared }) => {
    const { text, identity } = declared.at('Location');
    const bucket = identity && plan.resources.find('AWS::S3::Bucket', identity, pipeline.stackName);
    if (bucket) return [`${bucket.stackName}/${bucket.logicalId}`];
    // a reference means the same only within its stack
    return text ? [text] : identity ? [`${pipeline.stackName}/${identity}`] : [];
  });
}
