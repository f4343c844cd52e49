import { ROLE_ARN } from '../../catalog/forms';
import type { Check } from '../check';
import { lacks, shown } from '../known';
import { namedBeside } from '../named-beside';
import { rulesThatStart, schedulesThatStart } from './starters';

export const STARTER_ROLE: Check = {
  id: 'conveyor:starter-role',
  severity: 'error',
  title: 'What starts a pipeline has no role to start it with, or does not name it by its ARN; or its target has no id',
  why: 'EventBridge refuses the target, and the deployment fails.',
  mend: 'Give the target a `RoleArn`: a role that EventBridge may assume, and that may call codepipeline:StartPipelineExecution on the pipeline.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html',
  * find(pipeline, plan) {
    for (const [what, starters] of [['rule', rulesThatStart(pipeline, plan)], ['schedule', schedulesThatStart(pipeline, plan)]] as const) {
      for (const { target } of starters) {
        const role = target.at('RoleArn');
        const beside = namedBeside(role, 'AWS::IAM::Role', plan, pipeline.stackName);
        if (what === 'rule' && lacks(target, 'Id')) yield { at: target, wrong: 'The target of the rule has no id.', mend: 'Give it an `Id` that no other target of the rule has.' };
        if (lacks(target, 'RoleArn')) yield { at: target, wrong: `The target of the ${what} has no role.` };
        else if (beside) yield { at: role, wrong: `The role of the ${what} is the name of ${beside.logicalId}, not its ARN.`, mend: `Use its ARN: \`!GetAtt ${beside.logicalId}.Arn\`.` };
        else if (role.text !== undefined && !ROLE_ARN.pattern.test(role.text)) yield { at: role, wrong: `The role of the ${what} is ${shown(role.text)}, which is no ARN of a role.` };
      }
    }
  },
};
