import assert from 'node:assert/strict';
import test from 'node:test';
import { feed } from '../src/feed.js';

const site = { title: 'Bridges', description: 'All of them', author: 'A. Pier', url: 'https://bridges.example/guide/' };
const pages = [
  { path: 'arch.html', title: 'Arch & vault', summary: 'Stone', date: '2025-03-18' },
  { path: 'beam.html', title: 'Beam', summary: 'A <plank>', date: '2025-06-24' },
  { path: 'about.html', title: 'About', summary: 'Undated' },
];
const xml = feed(pages, site);
const all = pattern => [...xml.matchAll(pattern)].map(match => match[1]);

test('the newest entry is the first, and pages without a date are left out', () => {
  assert.deepEqual(all(/<entry>\s*<id>(.*)<\/id>/g), ['https://bridges.example/guide/beam.html', 'https://bridges.example/guide/arch.html']);
});

test('the feed is as old as its newest entry', () => {
  assert.equal(all(/<updated>(.*)<\/updated>/g)[0], '2025-06-24T00:00:00Z');
});

test('titles and summaries are escaped', () => {
  assert.match(xml, /<title>Arch &amp; vault<\/title>/);
  assert.match(xml, /<summary>A &lt;plank&gt;<\/summary>/);
});

test('a feed without entries is refused', () => {
  assert.throws(() => feed([pages[2]], site), /at least one page with a date/);
});
