import type { Check } from '../check';
import { lacks, shown } from '../known';
import { hooksOf } from './hooks';

export const RETRY_WITH_CONDITIONS: Check = {
  id: 'conveyor:retry-with-conditions',
  severity: 'error',
  title: 'A failed stage is to be retried together with conditions, or its retry is configured and not asked for',
  why: 'CodePipeline refuses the pipeline: a stage retries without conditions, and RetryConfiguration belongs to the result RETRY.',
  mend: 'Keep Result: RETRY, or the conditions.',
  source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-retry.html',
  * find(pipeline) {
    for (const { hook, declared } of hooksOf(pipeline)) {
      if (hook !== 'OnFailure') continue;
      const [result, retry] = [declared.at('Result'), declared.at('RetryConfiguration')];
      if (result.text === 'RETRY' && declared.at('Conditions').items.length) yield { at: result, wrong: 'The stage is to be retried when it fails, and has a condition on failure.' };
      if (retry.given && (lacks(declared, 'Result') || (result.text !== undefined && result.text !== 'RETRY'))) {
        yield { at: retry, wrong: `The stage has a RetryConfiguration, and its result is ${shown(result.text ?? 'none')}.`, mend: 'Write Result: RETRY, or leave RetryConfiguration out.' };
      }
    }
  },
};
