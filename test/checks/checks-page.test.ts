import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPage } from '../../docs/checks';
import { CHECKS } from '../../src/checks';

test('docs/checks.md says what the checks say (mend: npm run docs)', () => {
  expect(readFileSync(join(__dirname, '../../docs/checks.md'), 'utf8')).toBe(checksPage());
});

test('every check has an id of its own, and says what it finds, why and the mend', () => {
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  for (const { id, title, why, mend } of CHECKS) {
    expect(id).toMatch(/^conveyor:[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(title).not.toMatch(/\.$/);
    for (const sentence of [why, mend]) expect(sentence).toMatch(/[.)]$/);
  }
});
