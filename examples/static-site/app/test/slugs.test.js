import assert from 'node:assert/strict';
import test from 'node:test';
import { slug, uniqueSlugs } from '../src/slugs.js';

test('a slug has small letters, digits and single hyphens', () => {
  assert.equal(slug('  Cable-stayed: fan & harp!  '), 'cable-stayed-fan-harp');
});

test('a slug loses accents and apostrophes, but no letters', () => {
  assert.equal(slug('Akashi Kaikyō’s towers'), 'akashi-kaikyos-towers');
  assert.equal(slug('Мост'), 'мост');
});

test('a title of signs alone still gets a slug', () => {
  assert.equal(slug('?!'), 'section');
});

test('a slug that is taken gets the next number that is free', () => {
  const next = uniqueSlugs();
  assert.deepEqual(['Pier', 'Pier 2', 'Pier', 'pier'].map(next), ['pier', 'pier-2', 'pier-3', 'pier-4']);
});
