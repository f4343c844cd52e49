/**
 * Writes a zip file entry by entry. Entries are stored, not compressed: an artifact stays on this disk, and
 * compressing it would cost several times what the rest of a small action does. Grows to ZIP64 when it must.
 */

import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32 } from './crc32';
import {
  CENTRAL_HEADER, END, END_64, END_64_LOCATOR, LOCAL_HEADER, MADE_BY_UNIX, MAX_16, MAX_32, S_IFDIR, S_IFLNK, S_IFREG, STORED, UTF8_NAMES,
} from './zip-format';

/** Small entries are gathered, so that a tree of thousands of files costs few writes. */
const GATHER = 1 << 20;

export type EntryKind = 'file' | 'folder' | 'link';

const TYPE_BITS: Readonly<Record<EntryKind, number>> = { file: S_IFREG, folder: S_IFDIR, link: S_IFLNK };

export class ZipWriter {
  private readonly descriptor: number;
  private readonly central: Buffer[] = [];
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private offset = 0;

  constructor(file: string) {
    this.descriptor = openSync(file, 'wx', 0o600);
  }

  /**
   * @param name path inside the archive, with slashes
   * @param mode permission bits
   */
  add(name: string, content: Buffer, mode: number, kind: EntryKind = 'file', modified = new Date(0)): void {
    if (content.length >= MAX_32) throw new Error(`${name} is larger than 4 GB`);
    const nameBytes = Buffer.from(kind === 'folder' ? `${name}/` : name);
    const { time, date } = dosTime(modified);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(STORED, 4);
    common.writeUInt16LE(time, 6);
    common.writeUInt16LE(date, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    this.central.push(centralEntry(common, nameBytes, this.offset, attributes(mode, kind)));
    this.write(signed(LOCAL_HEADER, common), nameBytes, content);
  }

  /** Writes the directory and closes the file. */
  close(): void {
    const start = this.offset;
    this.write(...this.central);
    const size = this.offset - start;
    const count = this.central.length;
    if (count >= MAX_16 || start >= MAX_32) this.write(...end64(count, size, start, this.offset));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(Math.min(count, MAX_16), 8);
    end.writeUInt16LE(Math.min(count, MAX_16), 10);
    end.writeUInt32LE(size, 12);
    end.writeUInt32LE(Math.min(start, MAX_32), 16);
    this.write(end);
    this.flush();
    closeSync(this.descriptor);
  }

  /** Closes a file that will not be finished. */
  abandon(): void {
    closeSync(this.descriptor);
  }

  private write(...parts: Buffer[]): void {
    for (const part of parts) {
      this.pending.push(part);
      this.pendingBytes += part.length;
      this.offset += part.length;
    }
    if (this.pendingBytes > GATHER) this.flush();
  }

  private flush(): void {
    const bytes = Buffer.concat(this.pending);
    for (let done = 0; done < bytes.length;) done += writeSync(this.descriptor, bytes, done);
    this.pending = [];
    this.pendingBytes = 0;
  }
}

function signed(signature: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature);
  return Buffer.concat([head, rest]);
}

function attributes(mode: number, kind: EntryKind): number {
  // multiplication, because a shift by 16 would overflow into a negative number
  return (TYPE_BITS[kind] + mode % 0o10000) * 0x10000 + (kind === 'folder' ? 0x10 : 0);
}

function centralEntry(common: Buffer, name: Buffer, offset: number, external: number): Buffer {
  const large = offset >= MAX_32;
  const extra = Buffer.alloc(large ? 12 : 0);
  if (large) {
    extra.writeUInt16LE(0x0001, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(offset), 4);
  }
  const head = Buffer.alloc(6);
  head.writeUInt32LE(CENTRAL_HEADER, 0);
  head.writeUInt16LE(MADE_BY_UNIX, 4);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(external, 6);
  tail.writeUInt32LE(Math.min(offset, MAX_32), 10);
  const withExtra = Buffer.from(common);
  withExtra.writeUInt16LE(extra.length, 24);
  return Buffer.concat([head, withExtra, tail, name, extra]);
}

function end64(count: number, size: number, start: number, at: number): Buffer[] {
  const end = Buffer.alloc(56);
  end.writeUInt32LE(END_64, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(MADE_BY_UNIX, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(END_64_LOCATOR, 0);
  locator.writeBigUInt64LE(BigInt(at), 8);
  locator.writeUInt32LE(1, 16);
  return [end, locator];
}

/** ZIP knows the years 1980 to 2107, in steps of two seconds. */
function dosTime(when: Date): { time: number; date: number } {
  const year = Math.min(Math.max(when.getFullYear(), 1980), 2107);
  if (when.getFullYear() < 1980) return { time: 0, date: 33 };
  return {
    time: when.getHours() * 2048 + when.getMinutes() * 32 + Math.floor(when.getSeconds() / 2),
    date: (year - 1980) * 512 + (when.getMonth() + 1) * 32 + when.getDate(),
  };
}
