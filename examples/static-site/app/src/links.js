/** Links between the files of a site. */

/** Where a page leads: what its `href` and `src` attributes say. Other files have no links that are looked at. */
export function linksOf({ path, content }) {
  return path.endsWith('.html') ? [...content.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(match => match[1]) : [];
}

/** Links to a file or an anchor that is not there. Other sites are not asked: a build needs no network. */
export function brokenLinks(files) {
  const anchors = new Map(files.map(({ path, content }) => [path, new Set([...content.matchAll(/\sid="([^"]*)"/g)].map(match => match[1]))]));
  return files.flatMap(file => linksOf(file).flatMap(link => {
    const target = new URL(link, new URL(file.path, 'site://here/'));
    if (target.protocol !== 'site:') return [];
    const path = decodeURI(target.pathname.slice(1)) || 'index.html';
    const anchor = decodeURI(target.hash.slice(1));
    if (!anchors.has(path)) return [{ page: file.path, link, reason: 'no such file' }];
    if (anchor && !anchors.get(path).has(anchor)) return [{ page: file.path, link, reason: 'no such anchor' }];
    return [];
  }));
}
