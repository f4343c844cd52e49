/** What one check alone finds in the valid pipeline once a thing in it has been changed. */

import { findingsAfter, type Json } from './fixture';
import type { Check, Finding } from '../../src/checks';

export function foundBy({ id }: Check, change: (pipeline: Json, template: Json) => void): Finding[] {
  return findingsAfter(change).filter(finding => finding.id === id);
}

/** The messages alone. */
export function saidBy(check: Check, change: (pipeline: Json, template: Json) => void): string[] {
  return foundBy(check, change).map(({ message }) => message);
}

/** Where things stand in the template of the valid pipeline. */
export function pathTo(...rest: (string | number)[]): (string | number)[] {
  return ['Resources', 'Pipeline', 'Properties', ...rest];
}

/** A text that only a deployment will tell. */
export const UNKNOWN = { 'Fn::ImportValue': 'told-elsewhere' };
/** Another one, which may be the same or not. */
export const OTHER_UNKNOWN = { 'Fn::ImportValue': 'told-elsewhere-too' };
