import { near } from '../../catalog/nearest';
import type { Check } from '../check';
import { shown } from '../known';
import { hooksOf } from './hooks';

const MODES = ['FAILED_ACTIONS', 'ALL_ACTIONS'];

export const RETRY_MODE: Check = {
  id: 'conveyor:retry-mode',
  severity: 'error',
  title: 'A failed stage is to be retried in a way that CodePipeline does not know',
  why: 'CodePipeline refuses the pipeline.',
  mend: `RetryMode is ${MODES.join(' or ')}.`,
  source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-retry.html',
  * find(pipeline) {
    for (const { hook, declared } of hooksOf(pipeline)) {
      const mode = declared.at('RetryConfiguration', 'RetryMode');
      if (hook !== 'OnFailure' || mode.text === undefined || MODES.includes(mode.text)) continue;
      const meant = near(mode.text, MODES);
      yield { at: mode, wrong: `The retry mode is ${shown(mode.text)}.`, mend: meant && `Did you mean ${meant}?` };
    }
  },
};
