import fc from 'fast-check';
import { LineSplitter } from '../../../src/engine/buildspec/line-splitter';
import { Mask } from '../../../src/engine/buildspec/mask';

const TOKEN = '\u001etoken ';

function split(chunks: readonly (string | Buffer)[], secrets: string[] = []): { lines: string[]; marks: string[] } {
  const lines: string[] = [];
  const marks: string[] = [];
  const splitter = new LineSplitter({
    token: TOKEN, mask: new Mask(secrets), onLine: (line) => lines.push(line), onMark: (mark) => marks.push(mark),
  });
  for (const chunk of chunks) splitter.write(Buffer.from(chunk as string));
  splitter.flush();
  return { lines, marks };
}

test('lines are whole, however the bytes arrive', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' }).map((line) => line.replace(/[\r\n]/g, ''))), fc.array(fc.nat(40)), (lines, cuts) => {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    const chunks: Buffer[] = [];
    let start = 0;
    for (const cut of cuts) chunks.push(bytes.subarray(start, start += cut));
    chunks.push(bytes.subarray(start));
    expect(split(chunks).lines).toEqual(lines);
  }));
});

test('a mark ends output that had no line end', () => {
  expect(split(['a\nb', `${TOKEN}done 0\nc`])).toEqual({ lines: ['a', 'b', 'c'], marks: ['done 0'] });
});

test('a mark may arrive in pieces', () => {
  expect(split(['a\u001eto', 'ken do', 'ne 1\n'])).toEqual({ lines: ['a'], marks: ['done 1'] });
});

test('bytes that are no text are shown as such, and the rest is kept', () => {
  expect(split([Buffer.from([0x61, 0xff, 0xfe, 0x0a, 0xe2]), `${TOKEN}x\n`])).toEqual({ lines: ['a\ufffd\ufffd', '\ufffd'], marks: ['x'] });
});

test('carriage returns at the end of a line are left out', () => {
  expect(split(['a\r\n10%\r20%\r\n']).lines).toEqual(['a', '10%\r20%']);
});

test('an endless line is given out in pieces, and no secret is cut in two', () => {
  const secret = 'correct-horse-battery-staple';
  const chunk = `${'x'.repeat(65_530)}${secret}`;
  const { lines } = split(Array.from({ length: 64 }, () => chunk), [secret]);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join('')).toBe(`${'x'.repeat(65_530)}***`.repeat(64));
});
