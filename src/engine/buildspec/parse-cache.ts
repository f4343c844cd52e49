import { CacheSpec } from './buildspec';
import { Section } from './section';
import { CACHE, CACHE_ACTIONS, keysOf, MOST_FALLBACK_KEYS } from '../../catalog/buildspec';

export function parseCache(root: Section): CacheSpec | undefined {
  if (!root.has('cache')) return undefined;
  const cache = root.section('cache');
  cache.warnOfOthers(keysOf(CACHE));
  const fallbackKeys = cache.list('fallback-keys') ?? [];
  if (fallbackKeys.length > MOST_FALLBACK_KEYS) {
    throw cache.error('fallback-keys', `"cache.fallback-keys" lists ${fallbackKeys.length} keys; at most ${MOST_FALLBACK_KEYS} are allowed`);
  }
  return {
    paths: cache.list('paths') ?? [],
    key: cache.text('key'),
    fallbackKeys,
    action: cache.oneOf('action', CACHE_ACTIONS),
  };
}
