/** `npm run examples`: every example must synthesize. */

import { exampleNames, synth } from './synth';

async function synthAll(): Promise<number> {
  let failed = 0;
  // one after another, so that the time beside each is its own
  for (const example of exampleNames()) {
    const started = performance.now();
    const line = await synth(example).catch((error: Error) => {
      failed++;
      return `failed: ${error.message}`;
    });
    console.log(`${((performance.now() - started) / 1000).toFixed(1)} s  ${example}  ${line}`);
  }
  return failed > 0 ? 1 : 0;
}

synthAll().then(
  status => {
    process.exitCode = status;
  },
  (error: Error) => {
    console.error(error.stack);
    process.exitCode = 1;
  },
);
