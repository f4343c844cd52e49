/** content/*.md and static/ in, dist/ out: all that touches the disk. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { renderSite } from './src/site.js';

const here = name => fileURLToPath(new URL(name, import.meta.url));
const started = performance.now();

const sources = readdirSync(here('content'))
  .filter(name => name.endsWith('.md'))
  .map(name => ({ name, text: readFileSync(here(`content/${name}`), 'utf8') }));
const site = JSON.parse(readFileSync(here('site.json'), 'utf8'));

// rendered before the old site is taken away: a mistake in the content leaves it standing
const files = renderSite(sources, site);
rmSync(here('dist'), { recursive: true, force: true });
mkdirSync(here('dist'));
cpSync(here('static'), here('dist'), { recursive: true });
for (const { path, content } of files) writeFileSync(here(`dist/${path}`), content);

console.log(`${files.length} files from ${sources.length} pages in ${Math.round(performance.now() - started)} ms`);
