/** The artifact bucket on disk: real zip objects under CodePipeline's own keys. */

import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { EngineError } from './engine-error';
import type { ArtifactLocation } from './events';
import { fileName } from './file-name';
import { pack, unpack, type PackedFile } from './pack';

const ID_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `<pipeline cut to 20>/<artifact cut to 10>/<7 characters>` */
export function objectKey(pipeline: string, artifact: string, id = objectId()): string {
  return `${fileName(pipeline.slice(0, 20))}/${fileName(artifact.slice(0, 10))}/${id}`;
}

function objectId(): string {
  return Array.from(randomBytes(7), byte => ID_CHARACTERS[byte % ID_CHARACTERS.length]).join('');
}

export class ArtifactStore {
  private readonly artifacts = new Map<string, ArtifactLocation>();

  /**
   * @param folder holds one folder a bucket
   * @param pipeline the pipeline's name, the first part of every key
   */
  constructor(private readonly folder: string, private readonly bucket: string, private readonly pipeline: string) {}

  /**
   * Packs files as an artifact of this execution.
   *
   * @returns where it is, and the links that were left out because they point outside
   */
  put(name: string, files: Iterable<PackedFile>): { location: ArtifactLocation; leftOut: string[] } {
    const location = this.place(name);
    const leftOut = pack(files, this.file(location));
    this.artifacts.set(name, location);
    return { location, leftOut };
  }

  /** Takes a zip file as an artifact as it is. */
  putArchive(name: string, archive: string): ArtifactLocation {
    const location = this.place(name);
    copyFileSync(archive, this.file(location));
    this.artifacts.set(name, location);
    return location;
  }

  locate(name: string): ArtifactLocation | undefined {
    return this.artifacts.get(name);
  }

  /** The object on disk. */
  file({ bucket, key }: ArtifactLocation): string {
    return path.join(this.folder, fileName(bucket), key);
  }

  /** @throws EngineError when no action of this execution has made the artifact */
  archive(name: string): string {
    const location = this.artifacts.get(name);
    if (!location) throw new EngineError(`the input artifact ${name} does not exist: no action that ran before has made it`);
    return this.file(location);
  }

  /** @throws EngineError when the artifact does not exist or would escape the folder */
  unpack(name: string, folder: string): void {
    unpack(this.archive(name), folder);
  }

  private place(name: string): ArtifactLocation {
    const location = { name, bucket: this.bucket, key: objectKey(this.pipeline, name) };
    mkdirSync(path.dirname(this.file(location)), { recursive: true });
    return location;
  }
}
