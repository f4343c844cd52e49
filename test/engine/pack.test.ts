import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { byTable, crc32 } from '../../src/engine/crc32';
import { pack, staysInside, unpack } from '../../src/engine/pack';
import { ZipWriter } from '../../src/engine/zip-write';
import { folder } from '../plan/fixtures/folder';

const names = fc.stringMatching(/^[A-Za-z0-9 _.ü漢-]{1,12}$/).filter(name => !/^\.+$/.test(name.trim()) && name.trim() === name);

test('what was packed comes back, byte for byte and mode for mode', () => {
  const file = fc.record({ content: fc.uint8Array({ maxLength: 2000 }), mode: fc.constantFrom(0o644, 0o755, 0o600, 0o400) });
  fc.assert(fc.property(fc.dictionary(fc.tuple(fc.constantFrom('', 'x/', 'x/y/'), names).map(([at, name]) => `${at}${name}.f`), file, { maxKeys: 8, noNullPrototype: true }), files => {
    const root = folder();
    const list = Object.entries(files).map(([name, { content, mode }]) => {
      const from = path.join(root, name);
      mkdirSync(path.dirname(from), { recursive: true });
      writeFileSync(from, content, { mode });
      return { path: name, from };
    });
    const archive = path.join(root, 'out', 'a.zip');
    expect(pack(list, archive)).toEqual([]);
    const back = path.join(root, 'back');
    unpack(archive, back);
    for (const [name, { content, mode }] of Object.entries(files)) {
      expect(Buffer.compare(readFileSync(path.join(back, name)), Buffer.from(content))).toBe(0);
      expect(statSync(path.join(back, name)).mode % 0o1000).toBe(mode);
    }
  }), { numRuns: 60 });
});

describe('an archive is understood', () => {
  test('by unzip and by fflate when it was written here', () => {
    const root = folder({ 'a.txt': 'hello', 'b/c.txt': 'ü' });
    const archive = path.join(root, 'a.zip');
    pack([{ path: 'a.txt', from: path.join(root, 'a.txt') }, { path: 'b/ü.txt', from: path.join(root, 'b/c.txt') }], archive);
    expect(execFileSync('unzip', ['-t', archive]).toString()).toContain('No errors detected');
    const read = unzipSync(readFileSync(archive));
    expect(Buffer.from(read['a.txt']).toString()).toBe('hello');
    expect(Object.keys(read)).toEqual(['a.txt', 'b/ü.txt']);
  });

  test('here when zip wrote it, compressed, with links and modes', () => {
    const root = folder({ 'in/run.sh': 'echo '.repeat(200), 'in/sub/x': 'x' });
    symlinkSync('sub/x', path.join(root, 'in/link'));
    execFileSync('chmod', ['755', path.join(root, 'in/run.sh')]);
    execFileSync('zip', ['-qry', '../a.zip', '.'], { cwd: path.join(root, 'in') });
    unpack(path.join(root, 'a.zip'), path.join(root, 'back'));
    expect(statSync(path.join(root, 'back/run.sh')).mode % 0o1000).toBe(0o755);
    expect(readFileSync(path.join(root, 'back/run.sh'), 'utf8')).toBe('echo '.repeat(200));
    expect(readlinkSync(path.join(root, 'back/link'))).toBe('sub/x');
  });

  test('with more entries than the old format can count', () => {
    const archive = path.join(folder(), 'many.zip');
    const writer = new ZipWriter(archive);
    for (let i = 0; i < 66_000; i++) writer.add(`f${i}`, Buffer.alloc(0), 0o644);
    writer.close();
    expect(execFileSync('unzip', ['-Z', '-h', archive]).toString()).toContain('66000');
    let seen = 0;
    const { eachEntry } = jest.requireActual<typeof import('../../src/engine/zip-read')>('../../src/engine/zip-read');
    eachEntry(archive, () => { seen++; });
    expect(seen).toBe(66_000);
  });
});

describe('an archive that would escape is refused', () => {
  const written = (entries: Record<string, string>): string => {
    const archive = path.join(folder(), 'bad.zip');
    writeFileSync(archive, zipSync(Object.fromEntries(Object.entries(entries).map(([name, content]) => [name, Buffer.from(content)]))));
    return archive;
  };

  test.each(['../x', 'a/../../x', '/x', '..\\x', 'C:\\x', 'C:/x', '\\\\server\\x', '..', '/'])('the entry %j', name => {
    const root = folder();
    const archive = written({ [name]: 'x' });
    expect(() => unpack(archive, path.join(root, 'in', 'deep'))).toThrow(/would land outside the artifact/);
    expect(readdirSync(root)).toEqual(['in']);
  });

  test('whatever path it has, nothing lands outside', () => {
    const part = fc.constantFrom('..', '.', 'a', 'b', '', '/', '\\', '~', 'C:', '%2e%2e', '\0');
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), parts => {
      const root = folder();
      const archive = path.join(root, 'z');
      const writer = new ZipWriter(archive);
      writer.add(parts.join('/'), Buffer.from('x'), 0o644);
      writer.close();
      try { unpack(archive, path.join(root, 'in')); } catch { /* refused */ }
      expect(readdirSync(root).filter(name => name !== 'z' && name !== 'in')).toEqual([]);
    }), { numRuns: 300 });
  });

  const linked = (...entries: [string, string, 'link' | 'file'][]): string => {
    const archive = path.join(folder(), 'l.zip');
    const writer = new ZipWriter(archive);
    for (const [name, content, kind] of entries) writer.add(name, Buffer.from(content), 0o777, kind);
    writer.close();
    return archive;
  };

  test.each([
    ['a link to an absolute path', linked(['l', '/etc', 'link'])],
    ['a link that climbs out', linked(['a/l', '../../x', 'link'])],
    ['a link that climbs after it has descended', linked(['a/b/c/l', '../../..', 'link'], ['m', 'a/b/c/l/../x', 'link'])],
    ['a file written through a link', linked(['l', 'a', 'link'], ['l/x', 'x', 'file'])],
    ['a link made through a link', linked(['d/x', 'x', 'file'], ['a/b', '.', 'link'], ['a/b/c', '../..', 'link'])],
    ['the same name as a file and as a link', linked(['l', 'x', 'file'], ['l', 'a', 'link'])],
  ])('%s', (_what, archive) => {
    const root = folder();
    expect(() => unpack(archive, path.join(root, 'in'))).toThrow(/so it is not unpacked/);
    expect(readdirSync(root)).toEqual(['in']);
  });

  test('links that stay inside are kept', () => {
    const root = folder();
    unpack(linked(['a/b/x', 'x', 'file'], ['a/l', 'b/x', 'link'], ['a/b/m', '../l', 'link']), path.join(root, 'in'));
    expect(readFileSync(path.join(root, 'in/a/b/m'), 'utf8')).toBe('x');
    expect(lstatSync(path.join(root, 'in/a/l')).isSymbolicLink()).toBe(true);
  });
});

test('a link that points outside the source is left out, and named', () => {
  const root = folder({ 'a.txt': 'a' });
  symlinkSync('/etc/hostname', path.join(root, 'out'));
  const left = pack([{ path: 'a.txt', from: path.join(root, 'a.txt') }, { path: 'out', from: path.join(root, 'out') }], path.join(root, 'z'));
  expect(left).toEqual(['out']);
});

test('a damaged archive is refused with its name, and a broken pack leaves no file', () => {
  const root = folder({ 'no.zip': 'not a zip', 'empty.zip': '', 'a.txt': 'hello hello hello' });
  for (const name of ['no.zip', 'empty.zip']) expect(() => unpack(path.join(root, name), path.join(root, 'in'))).toThrow(/is not a zip file, or it is damaged/);
  const archive = path.join(root, 'a.zip');
  pack([{ path: 'a.txt', from: path.join(root, 'a.txt') }], archive);
  const bytes = readFileSync(archive);
  bytes[40] += 1; // inside the content
  writeFileSync(archive, bytes);
  expect(() => unpack(archive, path.join(root, 'in2'))).toThrow(/damaged/);
  const bad = function* () { yield { path: 'a.txt', from: path.join(root, 'a.txt') }; throw new Error('gone'); };
  expect(() => pack(bad(), path.join(root, 'b.zip'))).toThrow('gone');
  expect(existsSync(path.join(root, 'b.zip'))).toBe(false);
});

test('any damage of any byte is an error or harmless, never a crash or an escape', () => {
  const root = folder({ 'a.txt': 'hello' });
  const archive = path.join(root, 'a.zip');
  pack([{ path: 'a.txt', from: path.join(root, 'a.txt') }], archive);
  const original = readFileSync(archive);
  fc.assert(fc.property(fc.nat(original.length - 1), fc.nat(255), (at, byte) => {
    const where = folder();
    const bytes = Buffer.from(original);
    bytes[at] = byte;
    writeFileSync(path.join(where, 'z'), bytes);
    try { unpack(path.join(where, 'z'), path.join(where, 'in')); } catch (error) { expect(error).toHaveProperty('message'); }
    expect(readdirSync(where).every(name => name === 'z' || name === 'in')).toBe(true);
  }), { numRuns: 300 });
});

test.each([['a', 'b', true], ['a', '..', false], ['x/a', '..', true], ['x/a', '../..', false], ['a', '/b', false], ['a', 'b/../c', false], ['a', './b', true], ['a', '', false]])(
  'a link %s → %s stays inside: %s', (name, to, expected) => {
    expect(staysInside(name, to)).toBe(expected);
  });

test('the checksum without node\'s help is the same', () => {
  fc.assert(fc.property(fc.uint8Array(), bytes => {
    expect(byTable(bytes)).toBe(crc32(bytes));
  }));
});
