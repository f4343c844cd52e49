import assert from 'node:assert/strict';
import test from 'node:test';
import { readPage } from '../src/page.js';
import { renderSite } from '../src/site.js';

const site = { title: 'Bridges', description: 'All of them', author: 'A. Pier', url: 'https://bridges.example/' };
const source = (name, ...lines) => ({ name, text: ['---', ...lines, '---', 'Text.', ''].join('\n') });
const files = renderSite([
  source('beam.md', 'title: Beam', 'order: 2', 'date: 2025-03-04', 'summary: A plank', 'spans: 10 m', 'sign: level'),
  source('index.md', 'title: Bridges', 'order: 1', 'summary: "Load" & path'),
], site);
const content = path => files.find(file => file.path === path)?.content;

test('every source becomes a page, and there is a feed', () => {
  assert.deepEqual(files.map(file => file.path), ['index.html', 'beam.html', 'feed.xml']);
});

test('the navigation marks the page that it stands on, and no other', () => {
  assert.deepEqual(content('beam.html').match(/<a href="[^"]*" aria-current="page">/g), ['<a href="beam.html" aria-current="page">']);
});

test('a summary cannot end the attribute that it stands in', () => {
  assert.ok(content('index.html').includes('content="&quot;Load&quot; &amp; path"'));
});

test('a value of the front matter may have colons', () => {
  assert.equal(readPage('x.md', source('x.md', 'title: Truss: a view', 'summary: s').text).title, 'Truss: a view');
});

test('a mistake in the front matter is told with the name of the file', () => {
  assert.throws(() => readPage('arch.md', 'No front matter'), /^Error: arch\.md must begin with front matter/);
  assert.throws(() => readPage('arch.md', source('arch.md', 'title: Arch').text), /^Error: arch\.md: the front matter has no summary/);
  assert.throws(() => readPage('arch.md', source('arch.md', 'title: Arch', 'summary: s', 'date: soon').text), /^Error: arch\.md: "soon" is no date/);
});
