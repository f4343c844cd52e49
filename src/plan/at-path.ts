import { Declared } from './declared';
import { placeOf, type Path } from './origin';

/** A place of a template, whatever its value is. */
export function atPath(path: Path): Declared {
  return new Declared(undefined, placeOf(path));
}
