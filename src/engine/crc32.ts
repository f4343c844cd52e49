import * as zlib from 'node:zlib';

/** CRC-32 as in ZIP: node's own where it has one (20.15 and later), a table elsewhere. */
export const crc32: (data: Uint8Array) => number = 'crc32' in zlib ? zlib.crc32 : byTable;

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The same without node's help. */
export function byTable(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
