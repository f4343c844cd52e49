/** One file of content/, read. */
import { calendarDate } from './dates.js';
import { markdown } from './markdown.js';
import { slug } from './slugs.js';

/**
 * A page with what its front matter says.
 *
 * Only pages with a date are entries of the guide: the others are in no list and in no feed.
 */
export function readPage(name, text) {
  const { fields, body } = frontMatter(name, text);
  for (const field of ['title', 'summary']) {
    if (!fields[field]) throw new Error(`${name}: the front matter has no ${field}`);
  }
  return {
    ...fields,
    path: `${slug(name.replace(/\.md$/, ''))}.html`,
    order: Number(fields.order ?? 0),
    date: fields.date && dateOf(name, fields.date),
    html: markdown(body),
  };
}

function frontMatter(name, text) {
  const match = /^---\r?\n([^]*?)\r?\n---\r?\n([^]*)$/.exec(text);
  if (!match) throw new Error(`${name} must begin with front matter between two lines of ---`);
  const fields = {};
  for (const line of match[1].split(/\r?\n/)) {
    const at = line.indexOf(':'); // the first one: a value may have colons of its own
    if (at < 1) throw new Error(`${name}: "${line}" is not of the form name: value`);
    fields[line.slice(0, at).trim()] = line.slice(at + 1).trim();
  }
  return { fields, body: match[2] };
}

function dateOf(name, text) {
  try {
    return calendarDate(text);
  } catch (error) {
    throw new Error(`${name}: ${error.message}`);
  }
}
