import { storesOf } from './stores';
import { isUnresolved, replaceUnresolved } from '../../plan';
import { type Check, GUIDE } from '../check';

export const STORE_KEY_REGION: Check = {
  id: 'conveyor:store-key-region',
  severity: 'error',
  title: 'The key of an artifact store is in another region than its bucket',
  why: 'S3 refuses every object that is written there: a bucket is encrypted with keys of its own region.',
  mend: 'Give each store a key of its own region: a key of one region encrypts nothing in another, and each replica of a multi-region key has an ARN of its own.',
  source: `${GUIDE}/actions-create-cross-region.html`,
  * find(pipeline) {
    const own = isUnresolved(pipeline.region) ? undefined : pipeline.region;
    for (const { declared, region } of storesOf(pipeline)) {
      const bucket = region ? region.text : own;
      const id = declared.at('EncryptionKey', 'Id');
      const key = /^arn:[^:]*:kms:([a-z0-9-]+):/.exec(replaceUnresolved(id.written ?? '', '?'))?.[1];
      if (bucket && key && key !== bucket) yield { at: id, wrong: `The store is in ${bucket}, and its key in ${key}.`, mend: `Name a key of ${bucket}.` };
    }
  },
};
