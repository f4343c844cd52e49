import { near, nearest } from '../../src/catalog/nearest';

test.each([
  ['ShopSiet', 'ShopSite'],
  ['shopsite', 'ShopSite'],
  ['ShopSites', 'ShopSite'],
  ['shop', 'Shop'],
  ['Shpo', 'Shop'],
])('%s is near enough to be meant for %s', (wrong, meant) => {
  expect(near(wrong, ['Documentation', 'ShopSource', 'ShopSite', 'Shop'])).toBe(meant);
});

test.each(['Nothing', '', 'x'.repeat(1_000_000)])('what is like none of the names is offered none', wrong => {
  expect(near(wrong, ['Documentation', 'ShopSource', 'ShopSite'])).toBeUndefined();
});

test('the nearest of all is always one of them', () => {
  expect(nearest('Nothing', ['Documentation', 'ShopSite'])).toBe('ShopSite');
});
