/** The frame around every page: head, navigation, foot. */
import { longDate } from './dates.js';
import { escape } from './escape.js';

export function layout(page, pages, site) {
  const title = page.title === site.title ? site.title : `${page.title} · ${site.title}`;
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escape(title)}</title>
  <meta name="description" content="${escape(page.summary)}">
  <link rel="stylesheet" href="style.css">
  <link rel="alternate" type="application/atom+xml" title="${escape(site.title)}" href="feed.xml">
</head>
<body>
<header>
  <a class="home" href="index.html">${escape(site.title)}</a>
  <nav aria-label="Pages">
    ${pages.map(other => navigationLink(other, page)).join('\n    ')}
  </nav>
</header>
<main>
<h1>${escape(page.title)}</h1>
<p class="summary">${escape(page.summary)}</p>
${page.date ? facts(page) : ''}
${page.html}
${page.path === 'index.html' ? cards(pages) : ''}
</main>
<footer>
  <p>${escape(site.author)} · <a href="feed.xml">Feed</a></p>
</footer>
</body>
</html>
`.replace(/\n{2,}/g, '\n');
}

function navigationLink(other, page) {
  const current = other === page ? ' aria-current="page"' : '';
  return `<a href="${other.path}"${current}>${escape(other.short ?? other.title)}</a>`;
}

function facts(page) {
  return `${figure(page)}
<dl><dt>Typical spans</dt><dd>${escape(page.spans)}</dd><dt>Look for</dt><dd>${escape(page.sign)}</dd><dt>Written</dt><dd><time datetime="${page.date}">${longDate(page.date)}</time></dd></dl>`;
}

function figure(page) {
  return page.figure ? `<img class="figure" src="figures/${escape(page.figure)}.svg" width="480" height="160" alt="A drawing: ${escape(page.sign)}">` : '';
}

function cards(pages) {
  const card = page => `<li><a href="${page.path}">${figure(page)}<strong>${escape(page.title)}</strong></a><p>${escape(page.summary)}</p></li>`;
  return `<ul class="cards">
${pages.filter(page => page.date).map(card).join('\n')}
</ul>`;
}
