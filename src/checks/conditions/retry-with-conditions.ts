import { near } from '../../catalog/nearest';
import type { Check } from '../check';
import { lacks, shown } from '../known';
import { hooksOf } from './hooks';

const MODES = ['FAILED_ACTIONS', 'ALL_ACTIONS'];

export const RETRY_WITH_CONDITIONS: Check = {
  id: 'conveyor:retry-with-conditions',
  severity: 'error',
  title: 'A failed stage is to be retried together with conditions, or its retry is configured and not asked for',
  why: 'CodePipeline refuses the pipeline: a stage retries without conditions, and RetryConfiguration belongs to the result RETRY.',
  mend: 'Keep Result: RETRY, or the conditions. RetryMode is FAILED_ACTIONS or ALL_ACTIONS.',
  source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-retry.html',
  * find(pipeline) {
    for (const { hook, declared } of hooksOf(pipeline)) {
      if (hook !== 'OnFailure') continue;
      const [result, retry, mode] = [declared.at('Result'), declared.at('RetryConfiguration'), declared.at('RetryConfiguration', 'RetryMode')];
      if (result.text === 'RETRY' && declared.at('Conditions').items.length) yield { at: result, wrong: 'The stage is to be retried when it fails, and has a condition on failure.' };
      if (retry.given && (lacks(declared, 'Result') || (result.text !== undefined && result.text !== 'RETRY'))) {
        yield { at: retry, wrong: `The stage has a RetryConfiguration, and its result is ${shown(result.text ?? 'none')}.`, mend: 'Write Result: RETRY, or leave RetryConfiguration out.' };
      }
      if (mode.text !== undefined && !MODES.includes(mode.text)) {
        const meant = near(mode.text, MODES);
        yield { at: mode, wrong: `The retry mode is ${shown(mode.text)}.`, mend: meant ? `Did you mean ${meant}?` : `Use ${MODES.join(' or ')}.` };
      }
    }
  },
};
