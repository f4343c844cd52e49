import { OnFailure } from './buildspec';
import { MOST_RETRIES } from '../../catalog/buildspec';

const ALLOWED = 'ABORT, CONTINUE, RETRY, RETRY-count, RETRY-regex or RETRY-count-regex';
const DEFAULT_RETRIES = 3;

/** Reads `on-failure`; `refuse` makes the error that is thrown. */
export function parseOnFailure(text: string, refuse: (problem: string) => Error): OnFailure {
  if (text === 'ABORT' || text === 'CONTINUE') return { action: text };
  const retry = /^RETRY(?:-(\d+)(?=-|$))?(?:-(.+))?$/s.exec(text);
  if (!retry) throw refuse(`"on-failure" is "${text}"; it must be ${ALLOWED}`);
  const count = retry[1] === undefined ? DEFAULT_RETRIES : Number(retry[1]);
  if (count > MOST_RETRIES) throw refuse(`"on-failure" asks for ${count} retries; the count must be between 0 and ${MOST_RETRIES}`);
  if (retry[2] === undefined) return { action: 'RETRY', count };
  try {
    return { action: 'RETRY', count, pattern: patternOf(retry[2]) };
  } catch {
    throw refuse(`"on-failure" has the pattern "${retry[2]}", which is not a valid regular expression`);
  }
}

/** Patterns are often written with a leading `(?i)`, which JavaScript spells as a flag. */
function patternOf(text: string): RegExp {
  const inline = /^\(\?([ims]+)\)/.exec(text);
  return inline ? new RegExp(text.slice(inline[0].length), inline[1]) : new RegExp(text);
}
