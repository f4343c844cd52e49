/** What holds of every pipeline that the constructs accept: tried on random programs over the public API. */

import * as fc from 'fast-check';
import { decisions, runs, synthesize, Synthesized } from './programs';

// the CDK tells of warnings on the console
beforeEach(() => jest.spyOn(console, 'error').mockImplementation());
afterEach(() => jest.restoreAllMocks());

const LARGEST_TEMPLATE = 1024 * 1024;
const MOST_RESOURCES = 500;

test('what the constructs accept has no error for the checks, and stays in the limits of CloudFormation', () => {
  let accepted = 0;
  let refused = 0;
  fc.assert(fc.property(decisions, numbers => {
    const made = synthesize(numbers);
    if (made) accepted++; else refused++;
    fc.pre(made !== undefined);
    expect(errorsOf(made)).toEqual([]);
    for (const text of Object.values(made.templates)) {
      expect(Buffer.byteLength(JSON.stringify(JSON.parse(text)))).toBeLessThanOrEqual(LARGEST_TEMPLATE);
      expect(Object.keys(JSON.parse(text).Resources ?? {}).length).toBeLessThanOrEqual(MOST_RESOURCES);
    }
  }), runs(60));
  expect(accepted).toBeGreaterThan(refused);
});

test('the same program becomes the same templates', () => {
  fc.assert(fc.property(decisions, numbers => {
    expect(synthesize(numbers)?.templates).toEqual(synthesize(numbers)?.templates);
  }), runs(10));
});

function errorsOf({ findings }: Synthesized) {
  return findings.filter(({ severity }) => severity === 'error').map(({ id, message, part }) => ({ id, message, part }));
}
