/** Fails when a page of dist/ links to a page, a file or an anchor that is not there. */
import { readdirSync, readFileSync } from 'node:fs';
import { brokenLinks, linksOf } from './src/links.js';

const dist = new URL('dist/', import.meta.url);
const files = filesBelow(dist).map(path => ({ path, content: readFileSync(new URL(path, dist), 'utf8') }));

const broken = brokenLinks(files);
for (const { page, link, reason } of broken) console.error(`${page}: ${link}: ${reason}`);
const total = files.flatMap(linksOf).length;
console.log(`${total} links checked in ${files.length} files, ${broken.length} broken`);
process.exitCode = broken.length > 0 ? 1 : 0;

// by hand: the entries of a recursive readdir name their folder differently in node 18 and 20
function filesBelow(folder, below = '') {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => entry.isDirectory()
    ? filesBelow(new URL(`${entry.name}/`, folder), `${below}${entry.name}/`)
    : `${below}${entry.name}`);
}
