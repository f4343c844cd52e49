import type { Json } from '../fixture';

/** A trigger of the valid pipeline's source. */
export function trigger(git: Json = {}): Json {
  return { ProviderType: 'CodeStarSourceConnection', GitConfiguration: { SourceActionName: 'Shop', ...git } };
}

export const MAIN = { Branches: { Includes: ['main'] } };

export function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
