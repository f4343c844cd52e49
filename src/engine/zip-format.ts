/** The numbers of the ZIP format (PKWARE APPNOTE 6.3): what the writer and the reader must agree on. */

export const LOCAL_HEADER = 0x04034b50;
export const CENTRAL_HEADER = 0x02014b50;
export const END = 0x06054b50;
export const END_64 = 0x06064b50;
export const END_64_LOCATOR = 0x07064b50;

export const STORED = 0;
export const DEFLATED = 8;

/** "made by" UNIX, so that the upper half of the external attributes is the file's mode */
export const MADE_BY_UNIX = 0x0314;
export const UTF8_NAMES = 0x0800;

export const MAX_16 = 0xffff;
export const MAX_32 = 0xffffffff;

export const S_IFLNK = 0o120000;
export const S_IFDIR = 0o040000;
export const S_IFREG = 0o100000;
