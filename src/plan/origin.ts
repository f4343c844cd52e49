/** Where in a template an evaluated value was declared. */

/** Keys and indexes from the template's root: `['Resources', 'Pipeline', 'Properties', 'Stages', 0]`. */
export type Path = readonly (string | number)[];

/** A path as it is walked: each step knows the one before it. */
export interface Place {
  readonly parent?: Place;
  readonly key: string | number;
  readonly depth: number;
}

export function step(parent: Place | undefined, key: string | number): Place {
  return { parent, key, depth: (parent?.depth ?? 0) + 1 };
}

export function placeOf(path: Path): Place | undefined {
  return path.reduce<Place | undefined>(step, undefined);
}

export function pathOf(place: Place | undefined): Path {
  const path: (string | number)[] = [];
  for (let at = place; at; at = at.parent) path.unshift(at.key);
  return path;
}

const origins = new WeakMap<object, Place>();

/** Notes where an object or a list was declared, branches of `Fn::If` included. */
export function remember<T extends object>(value: T, place: Place | undefined): T {
  if (place) origins.set(value, place);
  return value;
}

export function originOf(value: unknown): Place | undefined {
  return typeof value === 'object' && value !== null ? origins.get(value) : undefined;
}
