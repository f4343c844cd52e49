import type { Check } from '../check';
import { lacks } from '../known';
import { rulesThatStart, schedulesThatStart } from './starters';

export const STARTER_ROLE: Check = {
  id: 'conveyor:starter-role',
  severity: 'error',
  title: 'What starts a pipeline has no role to start it with',
  why: 'EventBridge refuses the target, and the deployment fails.',
  mend: 'Give the target a `RoleArn`: a role that EventBridge may assume, and that may call codepipeline:StartPipelineExecution on the pipeline.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html',
  * find(pipeline, plan) {
    for (const [what, starters] of [['rule', rulesThatStart(pipeline, plan)], ['schedule', schedulesThatStart(pipeline, plan)]] as const) {
      for (const { target } of starters) {
        if (lacks(target, 'RoleArn')) yield { at: target, wrong: `The target of the ${what} has no role.` };
      }
    }
  },
};
