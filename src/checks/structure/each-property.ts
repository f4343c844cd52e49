import type { Properties, Shape } from './known-properties';
import type { Declared } from '../../plan';

/** A property of a pipeline, or of a part of it. */
export interface FoundProperty {
  readonly key: string;
  readonly value: Declared;
  readonly of: Declared;
  /** undefined when there is no such property */
  readonly shape: Shape | undefined;
  /** all properties that there could be */
  readonly known: Properties;
}

/** Every property that a template declares of something, and of its parts. */
export function* eachProperty(of: Declared, known: Properties): Generator<FoundProperty> {
  for (const key of of.keys) {
    if (key.startsWith('Fn::')) continue;
    const value = of.at(key);
    const shape = Object.hasOwn(known, key) ? known[key] : undefined;
    yield { key, value, of, shape, known };
    if (typeof shape !== 'object') continue;
    if (isList(shape)) for (const item of value.items) yield* eachProperty(item, shape[0]);
    else yield* eachProperty(value, shape);
  }
}

export function isList(shape: Shape): shape is readonly [Properties] {
  return Array.isArray(shape);
}
