/** Reads a zip file's directory and its entries, one at a time; takes what `zip`, git and S3 sources produce. */

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { crc32 } from './crc32';
import { EngineError } from './engine-error';
import { CENTRAL_HEADER, DEFLATED, END, END_64, END_64_LOCATOR, LOCAL_HEADER, MAX_16, MAX_32, S_IFDIR, S_IFLNK, STORED } from './zip-format';
import type { EntryKind } from './zip-write';

export interface ZipEntry {
  /** as the archive says it: to be judged before it becomes a path */
  readonly name: string;
  readonly kind: EntryKind;
  /** permission bits; 0 when the archive was not made on UNIX */
  readonly mode: number;
  readonly size: number;
  read(): Buffer;
}

/**
 * Calls back for each entry of an archive, in its order.
 *
 * @throws EngineError when the file is no zip file or is damaged
 */
export function eachEntry(file: string, visit: (entry: ZipEntry) => void): void {
  const descriptor = openSync(file, 'r');
  try {
    const archive: Archive = { descriptor, size: fstatSync(descriptor).size, file };
    const { offset, size, count } = directoryOf(archive);
    const directory = bytesAt(archive, offset, size);
    for (let at = 0, seen = 0; seen < count; seen++) {
      if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL_HEADER) throw damaged(archive);
      const length = 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
      visit(entryOf(archive, directory.subarray(at, at + length)));
      at += length;
    }
  } finally {
    closeSync(descriptor);
  }
}

interface Archive { readonly descriptor: number; readonly size: number; readonly file: string }

function damaged({ file }: Archive): EngineError {
  return new EngineError(`${file} is not a zip file, or it is damaged`);
}

function bytesAt(archive: Archive, offset: number, length: number): Buffer {
  // checked before the allocation: a damaged length must not ask for gigabytes
  if (offset < 0 || length < 0 || offset + length > archive.size) throw damaged(archive);
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length;) {
    const got = readSync(archive.descriptor, bytes, done, length - done, offset + done);
    if (got === 0) throw damaged(archive);
    done += got;
  }
  return bytes;
}

function directoryOf(archive: Archive): { offset: number; size: number; count: number } {
  // the end record is 22 bytes and a comment of up to 64 KB
  const tailLength = Math.min(archive.size, 22 + MAX_16);
  const tail = bytesAt(archive, archive.size - tailLength, tailLength);
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== END) at--;
  if (at < 0) throw damaged(archive);
  const count = tail.readUInt16LE(at + 10);
  const size = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  if (count !== MAX_16 && offset !== MAX_32 && size !== MAX_32) return { offset, size, count };
  if (at < 20 || tail.readUInt32LE(at - 20) !== END_64_LOCATOR) return { offset, size, count };
  const end = bytesAt(archive, Number(tail.readBigUInt64LE(at - 12)), 56);
  if (end.readUInt32LE(0) !== END_64) throw damaged(archive);
  return { count: Number(end.readBigUInt64LE(32)), size: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) };
}

function entryOf(archive: Archive, header: Buffer): ZipEntry {
  const nameEnd = 46 + header.readUInt16LE(28);
  const rawName = header.subarray(46, nameEnd).toString('utf8');
  const madeByUnix = header.readUInt8(5) === 3;
  const external = header.readUInt32LE(38);
  const unixMode = madeByUnix ? Math.floor(external / 0x10000) : 0;
  const type = unixMode - unixMode % 0o10000;
  const kind: EntryKind = rawName.endsWith('/') || type === S_IFDIR ? 'folder' : type === S_IFLNK ? 'link' : 'file';
  const wide = wideFields(header, nameEnd);
  const method = header.readUInt16LE(10);
  const crc = header.readUInt32LE(16);
  return {
    name: rawName,
    kind,
    mode: unixMode % 0o10000,
    size: wide.size,
    read: () => {
      const local = bytesAt(archive, wide.offset, 30);
      if (local.readUInt32LE(0) !== LOCAL_HEADER) throw damaged(archive);
      const start = wide.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
      const packed = bytesAt(archive, start, wide.packed);
      const content = unpack(archive, packed, method, wide.size, rawName);
      if (content.length !== wide.size || crc32(content) !== crc) throw damaged(archive);
      return content;
    },
  };
}

function unpack(archive: Archive, packed: Buffer, method: number, size: number, name: string): Buffer {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new EngineError(`${archive.file}: ${name} is compressed in a way that is not read here (method ${method})`);
  try {
    // one byte above what the directory promises: an entry that unfolds to more is refused, not written
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch {
    throw damaged(archive);
  }
}

/** Sizes and offset, from the ZIP64 extra field where the header has no room for them. */
function wideFields(header: Buffer, extraStart: number): { packed: number; size: number; offset: number } {
  const fields = { size: header.readUInt32LE(24), packed: header.readUInt32LE(20), offset: header.readUInt32LE(42) };
  const extra = header.subarray(extraStart, extraStart + header.readUInt16LE(30));
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 0x0001) continue;
    let next = at + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (fields[key] !== MAX_32 || next + 8 > extra.length) continue;
      fields[key] = Number(extra.readBigUInt64LE(next));
      next += 8;
    }
  }
  return fields;
}
