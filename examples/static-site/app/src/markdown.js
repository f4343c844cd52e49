/** The Markdown that this guide needs: headings, paragraphs, lists, quotations, tables and marks within a line. */
import { escape } from './escape.js';
import { uniqueSlugs } from './slugs.js';

export function markdown(text) {
  const anchor = uniqueSlugs();
  return text
    .replaceAll('\r\n', '\n')
    .replace(/^(#{1,4} .*)$/gm, '\n$1\n') // a heading needs no empty line around it
    .split(/\n\s*\n/)
    .map(block => block.trim())
    .filter(block => block !== '')
    .map(block => renderBlock(block, anchor))
    .join('\n');
}

function renderBlock(block, anchor) {
  const lines = block.split('\n');
  const every = pattern => lines.every(line => pattern.test(line));
  const heading = /^(#{1,4}) (.*)$/.exec(block);
  if (heading) {
    const level = heading[1].length;
    return `<h${level} id="${anchor(heading[2])}">${inline(heading[2])}</h${level}>`;
  }
  if (/^- /.test(block)) return list('ul', block.split(/^- /m));
  if (/^\d+\. /.test(block)) return list('ol', block.split(/^\d+\. /m));
  if (every(/^>/)) return `<blockquote><p>${inline(lines.map(line => line.replace(/^> ?/, '')).join('\n'))}</p></blockquote>`;
  if (every(/^\|.*\|$/) && /^\|[-| ]+\|$/.test(lines[1] ?? '')) return table(lines);
  return `<p>${inline(block)}</p>`;
}

/** An item may go on in the next line. */
function list(element, [, ...items]) {
  return `<${element}>${items.map(item => `<li>${inline(item.trim().replace(/\n\s*/g, '\n'))}</li>`).join('')}</${element}>`;
}

function table([head, , ...rows]) {
  const row = (line, cell) => `<tr>${line.slice(1, -1).split('|').map(text => `<${cell}>${inline(text.trim())}</${cell}>`).join('')}</tr>`;
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map(line => row(line, 'td')).join('')}</tbody></table>`;
}

/** Marks within a line. What stands between backticks is left as it is. */
export function inline(text) {
  return text
    .split(/(`[^`]+`)/)
    .map(part => (/^`[^`]+`$/.test(part) ? `<code>${escape(part.slice(1, -1))}</code>` : marks(escape(part))))
    .join('');
}

function marks(html) {
  return html
    .replace(/\[([^\]]+)\]\(([^()\s]+)\)/g, (whole, label, target) => (isSafe(target) ? `<a href="${address(target)}">${label}</a>` : whole))
    .replace(/\*\*(.+?)\*\*(?!\*)/g, '<strong>$1</strong>')
    .replace(/\*(.+?)\*/g, '<em>$1</em>');
}

/** A scheme such as `javascript:` has no place in a guide. */
function isSafe(target) {
  return /^(https?:|mailto:)/.test(target) || !/^[a-z][a-z0-9+.-]*:/i.test(target);
}

/** Pages link to each other as files, so that the links also work in an editor. */
function address(target) {
  return target.replace(/^([\w-]+)\.md(?=#|$)/, '$1.html');
}
