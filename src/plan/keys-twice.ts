/** Keys that stand twice in one mapping of a template. CloudFormation takes the last, as every reader of JSON does, and says nothing. */

import type { Path } from './origin';
import type { Template } from './template';

const found = new WeakMap<Template, readonly Path[]>();

/** Notes what only the text of a template tells. */
export function rememberKeysTwice(template: Template, paths: readonly Path[]) {
  if (paths.length) found.set(template, paths);
}

export function keysTwiceIn(template: Template): readonly Path[] {
  return found.get(template) ?? [];
}
