/** A value as a template declares it: evaluated as far as can be, and knowing where it stands. */

import { originOf, pathOf, step, type Path, type Place } from './origin';
import { own } from './scope';
import { asText, isObject } from './template';
import { isSteady, isUnresolved, unresolved } from './unresolved';

/** A reference that CloudFormation looks up when it deploys. */
const LATE = /\{\{(resolve:[^{}]*)\}\}/g;

export class Declared {
  /** What no template declares. */
  static readonly NOTHING = new Declared(undefined, undefined);

  constructor(readonly value: unknown, private readonly place: Place | undefined) {}

  /** from the template's root */
  get path(): Path {
    return pathOf(originOf(this.value) ?? this.place);
  }

  /** whether it is declared at all */
  get given(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** the text (or number, or boolean, as text), when it is wholly known; undefined otherwise */
  get text(): string | undefined {
    const written = this.written;
    return written === undefined || isUnresolved(written) ? undefined : written;
  }

  /** the text with what is unknown marked in it; undefined for lists, objects and what is not declared */
  get written(): string | undefined {
    if (typeof this.value === 'object') return undefined;
    const text = asText(this.value);
    return text?.includes('{{resolve:') ? text.replace(LATE, (_, reference: string) => unresolved(reference)) : text;
  }

  /** a text that equals another's of the same stack only where the two values are equal, though neither may be known; undefined where none says so much */
  get identity(): string | undefined {
    const written = this.written;
    return written !== undefined && isSteady(written) ? written : undefined;
  }

  /** whether it is a text that cannot be wholly known before deployment */
  get unknown(): boolean {
    return this.written !== undefined && isUnresolved(this.written);
  }

  get isObject(): boolean {
    return isObject(this.value);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  get keys(): readonly string[] {
    return isObject(this.value) ? Object.keys(this.value) : [];
  }

  /** the items of a list; none of what is no list */
  get items(): readonly Declared[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((item: unknown, index) => new Declared(item, step(originOf(this.value) ?? this.place, index)));
  }

  /** whether every item is known for what it is: nothing hides behind an intrinsic function */
  get isWhole(): boolean {
    return Array.isArray(this.value) && !this.items.some(item => item.unknown);
  }

  /** a property of an object, or of a property of it; {@link given} says whether it is there */
  at(...keys: readonly string[]): Declared {
    return keys.reduce<Declared>((from, key) => new Declared(own(from.value, key), step(originOf(from.value) ?? from.place, key)), this);
  }

  /** a plan as JSON is not told twice */
  toJSON(): undefined {
    return undefined;
  }
}
