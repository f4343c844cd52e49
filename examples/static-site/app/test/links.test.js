import assert from 'node:assert/strict';
import test from 'node:test';
import { brokenLinks } from '../src/links.js';

const page = (path, ...links) => ({ path, content: `<h2 id="piers">Piers</h2>${links.map(link => `<a href="${link}">x</a>`).join('')}` });

test('a link to a page or an anchor that is not there is broken', () => {
  const broken = brokenLinks([page('index.html', 'arch.html', '#deck', 'beam.html#deck'), page('beam.html')]);
  assert.deepEqual(broken.map(({ link, reason }) => `${link}: ${reason}`), ['arch.html: no such file', '#deck: no such anchor', 'beam.html#deck: no such anchor']);
});

test('links to files, anchors and other sites that stand are not', () => {
  assert.deepEqual(brokenLinks([page('index.html', '#piers', './', 'notes/beam.html#piers', 'https://example.com/x'), page('notes/beam.html', '../index.html')]), []);
});
