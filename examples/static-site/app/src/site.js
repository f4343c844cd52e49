/** Sources in, files out; nothing here reads or writes. */
import { feed } from './feed.js';
import { layout } from './layout.js';
import { readPage } from './page.js';

export function renderSite(sources, site) {
  const pages = sources.map(({ name, text }) => readPage(name, text)).sort((a, b) => a.order - b.order);
  return [
    ...pages.map(page => ({ path: page.path, content: layout(page, pages, site) })),
    { path: 'feed.xml', content: feed(pages, site) },
  ];
}
