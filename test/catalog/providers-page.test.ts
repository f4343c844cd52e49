import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { providersPage } from '../../docs/providers';
import * as conveyor from '../../src';
import { CATALOG } from '../../src/catalog/catalog';

test('docs/providers.md says what the catalog says (mend: npm run docs)', () => {
  expect(readFileSync(join(__dirname, '../../docs/providers.md'), 'utf8')).toBe(providersPage());
});

test.each(CATALOG.map(row => [`${row.category}/${row.provider}`, row] as const))('%s has a factory, and it is there', (_, row) => {
  expect(row.factories?.length).toBeGreaterThan(0);
  for (const factory of row.factories ?? []) {
    const [holder, name] = factory.split('.');
    const known = (conveyor as unknown as Record<string, { prototype: object }>)[holder];
    expect(name in known || name in known.prototype).toBe(true);
  }
});
