import { type Store, storesOf } from './stores';
import type { Declared, PipelinePlan, Plan, ResourcePlan } from '../../plan';
import { type Check, GUIDE } from '../check';

const KEYS = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'];

export const STORE_KEY_UNFIT: Check = {
  id: 'conveyor:store-key-unfit',
  severity: 'error',
  title: 'The key of an artifact store encrypts no objects: it is not symmetric, or it is disabled',
  why: 'No artifact can be written or read: S3 and CodePipeline work with symmetric keys for encryption alone, and with none that is disabled.',
  mend: 'Leave `KeySpec`, `KeyUsage` and `Enabled` of the key out: it is then symmetric, for encryption, and enabled.',
  source: `${GUIDE}/S3-artifact-encryption.html`,
  * find(pipeline, plan) {
    for (const store of storesOf(pipeline)) {
      const key = keyOf(store, pipeline, plan);
      const wrong = key && flawOf(key.declared);
      if (wrong && !plan.varies(key.file, (_, logicalId) => logicalId === key.logicalId)) yield { at: store.declared.at('EncryptionKey', 'Id'), wrong: `The key ${key.logicalId} ${wrong}.` };
    }
  },
};

/** Why a key encrypts nothing; undefined where it may. */
function flawOf(key: Declared): string | undefined {
  const [spec, usage, enabled] = ['KeySpec', 'KeyUsage', 'Enabled'].map(property => key.at(property).text);
  if (spec !== undefined && spec !== 'SYMMETRIC_DEFAULT') return `is of the kind ${spec}, and not symmetric`;
  if (usage !== undefined && usage !== 'ENCRYPT_DECRYPT') return `is for ${usage}, and not for encryption`;
  return enabled === 'false' ? 'is disabled' : undefined;
}

/** The key of the same document that a store names: by its id, its ARN, or, in the pipeline's own region, an alias. */
function keyOf({ declared, region }: Store, pipeline: PipelinePlan, { resources }: Plan): ResourcePlan | undefined {
  const find = (types: readonly string[], { written }: Declared) => {
    const found = written === undefined ? [] : types.map(type => resources.find(type, written, pipeline.stackName));
    return found.find(one => one && (one.name === written || one.arn === written));
  };
  const id = declared.at('EncryptionKey', 'Id');
  const alias = !region || region.written === pipeline.region ? find(['AWS::KMS::Alias'], id) : undefined;
  return find(KEYS, alias ? alias.declared.at('TargetKeyId') : id);
}
