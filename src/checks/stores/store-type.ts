import { storesOf } from './stores';
import type { Declared, Plan } from '../../plan';
import { type Check, type Problem, STRUCTURE } from '../check';
import { isClosed, knownPart, lacks, shown } from '../known';

export const STORE_TYPE: Check = {
  id: 'conveyor:store-type',
  severity: 'error',
  title: 'An artifact store is no bucket of S3, or its key is none of KMS',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Give the store `Type: S3` and a bucket\'s name as its `Location`; its key, if it has one, `Type: KMS` and an `Id`.',
  source: STRUCTURE,
  * find(pipeline, plan) {
    const many = pipeline.declared.at('ArtifactStores');
    if (isClosed(many) || many.text !== undefined) {
      yield { at: many, wrong: 'ArtifactStores is no list.', mend: 'List the stores, each as an object with `Region` and `ArtifactStore`.' };
    }
    for (const entry of many.items) {
      if (lacks(entry, 'ArtifactStore')) yield { at: entry, wrong: 'The entry has no ArtifactStore.' };
    }
    for (const { declared } of storesOf(pipeline)) {
      if (declared.text !== undefined) yield { at: declared, wrong: `The store ${shown(declared.text)} is no object.` };
      yield* wrongText(declared, 'Type', 'S3');
      yield* wrongLocation(declared, plan);
      const key = declared.at('EncryptionKey');
      if (key.text !== undefined) yield { at: key, wrong: `The key ${shown(key.text)} is no object.` };
      yield* wrongText(key, 'Type', 'KMS');
      yield* missing(key, 'Id');
    }
  },
};

function* missing(object: Declared, property: string): Generator<Problem> {
  if (lacks(object, property)) yield { at: object, wrong: `It has no ${property}.` };
  if (object.at(property).text === '') yield { at: object.at(property), wrong: `Its ${property} is empty.` };
}

function* wrongText(object: Declared, property: string, right: string): Generator<Problem> {
  const { text } = object.at(property);
  if (lacks(object, property)) yield { at: object, wrong: `It has no ${property}.`, mend: `Add \`${property}: ${right}\`.` };
  if (text !== undefined && text !== right) yield { at: object.at(property), wrong: `Its ${property} is ${shown(text)}.`, mend: `Use ${right}.` };
}

function* wrongLocation(store: Declared, plan: Plan): Generator<Problem> {
  yield* missing(store, 'Location');
  const location = store.at('Location');
  const known = knownPart(location);
  if (!known) return;
  // a bucket without a name of its own is known by its logical id, which may be longer than a name
  const isNamed = location.text !== undefined && !plan.resources.find('AWS::S3::Bucket', location.text);
  if (!/^[A-Za-z0-9.-]*$/.test(known)) {
    yield { at: location, wrong: `Its location is ${shown(location.written ?? known)}.`, mend: 'Use the bucket\'s name alone: no ARN, no address, no folder.' };
  } else if (isNamed && (known.length < 3 || known.length > 63)) {
    yield { at: location, wrong: `Its location ${shown(known)} has ${known.length} characters; a bucket's name has 3 to 63.` };
  }
}
