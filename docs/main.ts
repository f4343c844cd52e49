/** Writes the pages that the code knows best: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPage } from './checks';
import { providersPage } from './providers';

for (const [page, text] of Object.entries({ checks: checksPage(), providers: providersPage() })) {
  writeFileSync(join(__dirname, `${page}.md`), text);
}
