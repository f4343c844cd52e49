import type { Declared } from '../../plan';
import { type Check, LIMITS, type Problem } from '../check';
import { isClosed, knownPart, shown } from '../known';
import { filtersOf, KINDS } from './filters';

const MOST_PATTERNS = 8;
const LONGEST = 255;

export const TRIGGER_PATTERN: Check = {
  id: 'conveyor:trigger-pattern',
  severity: 'error',
  title: 'A filter of a trigger has no pattern, more than 8 of a kind, or one that is too long',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Give each list 1 to 8 patterns of 1 to 255 characters; "**" stands for any number of folders.',
  source: LIMITS,
  * find(pipeline) {
    for (const { declared } of filtersOf(pipeline)) {
      for (const kind of KINDS) {
        const criteria = declared.at(kind);
        if (isClosed(criteria) && !criteria.at('Includes').given && !criteria.at('Excludes').given) yield { at: criteria, wrong: `${kind} includes nothing and excludes nothing.` };
        yield* wrongPatterns(criteria.at('Includes'), `${kind}.Includes`);
        yield* wrongPatterns(criteria.at('Excludes'), `${kind}.Excludes`);
      }
    }
  },
};

function* wrongPatterns(list: Declared, what: string): Generator<Problem> {
  const count = list.items.length;
  if (list.isList && count === 0) yield { at: list, wrong: `${what} has no pattern.` };
  if (count > MOST_PATTERNS) yield { at: list, wrong: `${what} has ${count} patterns.` };
  for (const pattern of list.items) {
    const length = knownPart(pattern)?.length ?? 1;
    if (length > LONGEST) yield { at: pattern, wrong: `The pattern ${shown(pattern.written ?? '')} of ${what} has ${length} characters.` };
    if (pattern.text === '') yield { at: pattern, wrong: `${what} has an empty pattern.` };
  }
}
