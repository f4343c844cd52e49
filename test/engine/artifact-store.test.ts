import * as path from 'node:path';
import * as fc from 'fast-check';
import { ArtifactStore, objectKey } from '../../src/engine/artifact-store';
import { fileName } from '../../src/engine/file-name';
import { folder } from '../plan/fixtures/folder';

test('keys are CodePipeline\'s: the pipeline cut to 20, the artifact to 10, an id of 7', () => {
  expect(objectKey('a-pipeline-with-a-long-name', 'SourceArtifact')).toMatch(/^a-pipeline-with-a-lo\/SourceArti\/[A-Za-z0-9]{7}$/);
});

test('an artifact that nobody made is named', () => {
  expect(() => new ArtifactStore(folder(), 'b', 'p').archive('Build')).toThrow('the input artifact Build does not exist: no action that ran before has made it');
});

test('artifacts whose names are cut to the same are kept apart', () => {
  const root = folder({ a: 'a', b: 'b' });
  const store = new ArtifactStore(path.join(root, 'store'), 'bucket', 'p');
  for (const name of ['a', 'b']) store.put(`LongArtifactName-${name}`, [{ path: name, from: path.join(root, name) }]);
  expect(store.archive('LongArtifactName-a')).not.toBe(store.archive('LongArtifactName-b'));
});

test('no name of a template becomes more than one plain file name', () => {
  fc.assert(fc.property(fc.string(), name => {
    const plain = fileName(name);
    expect(plain).toMatch(/^[A-Za-z0-9@_+=-][A-Za-z0-9.@_+=-]*$/);
  }));
});
