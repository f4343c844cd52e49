import { type Check, GUIDE } from '../check';
import { lacks } from '../known';
import { actionsOf } from '../parts';

const STATUS = ['VersioningConfiguration', 'Status'];

export const SOURCE_BUCKET: Check = {
  id: 'conveyor:source-bucket',
  severity: 'error',
  title: 'The bucket of a source keeps no versions of its objects',
  why: 'CodePipeline reads an object by its version: it refuses a bucket without versions, and the action fails.',
  mend: 'Add `VersioningConfiguration: {Status: Enabled}` to the bucket.',
  source: `${GUIDE}/action-reference-S3.html`,
  * find(pipeline, plan) {
    for (const { action, row } of actionsOf(pipeline)) {
      if (row?.category !== 'Source' || row.provider !== 'S3') continue;
      const at = action.declared.at('Configuration', 'S3Bucket');
      const bucket = plan.resources.find('AWS::S3::Bucket', at.written ?? '', pipeline.stackName);
      if (!bucket || bucket.name !== at.written || plan.varies(bucket.file, (_, logicalId) => logicalId === bucket.logicalId)) continue;
      const status = bucket.declared.at(...STATUS);
      if (!bucket.declared.given || lacks(bucket.declared, STATUS[0]) || (status.text !== undefined && status.text !== 'Enabled')) yield { at, wrong: `The bucket ${bucket.logicalId} keeps no versions of its objects.` };
    }
  },
};
