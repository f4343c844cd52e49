/** The Atom feed (RFC 4287): entries with a date, the newest first. */
import { timestamp } from './dates.js';
import { escape } from './escape.js';

export function feed(pages, site) {
  const entries = pages.filter(page => page.date).sort((a, b) => b.date.localeCompare(a.date) || a.path.localeCompare(b.path));
  if (entries.length === 0) throw new Error('a feed needs at least one page with a date');
  const address = path => new URL(path, site.url).href;
  // of the newest entry, not of the build: the same content must give the same feed
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escape(site.url)}</id>
  <title>${escape(site.title)}</title>
  <subtitle>${escape(site.description)}</subtitle>
  <author><name>${escape(site.author)}</name></author>
  <link href="${escape(site.url)}"/>
  <link rel="self" href="${escape(address('feed.xml'))}"/>
  <updated>${timestamp(entries[0].date)}</updated>
${entries.map(page => entry(page, address(page.path))).join('\n')}
</feed>
`;
}

function entry(page, address) {
  return `  <entry>
    <id>${escape(address)}</id>
    <title>${escape(page.title)}</title>
    <link href="${escape(address)}"/>
    <updated>${timestamp(page.date)}</updated>
    <summary>${escape(page.summary)}</summary>
  </entry>`;
}
