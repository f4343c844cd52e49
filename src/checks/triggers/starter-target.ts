import type { Declared } from '../../plan';
import type { Check } from '../check';
import { shown } from '../known';
import { namedBeside } from '../named-beside';

/** What starts something, and where it says what. */
const STARTERS: readonly (readonly [string, (starter: Declared) => readonly Declared[]])[] = [
  ['AWS::Events::Rule', rule => rule.at('Targets').items],
  ['AWS::Scheduler::Schedule', schedule => [schedule.at('Target')]],
];

export const STARTER_TARGET: Check = {
  id: 'conveyor:starter-target',
  severity: 'error',
  title: 'What is to start a pipeline names it, and does not give its ARN',
  why: 'EventBridge refuses the target, and the deployment fails. `Ref` of a pipeline gives its name.',
  mend: 'Write the ARN: `!Sub arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}`.',
  source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/create-cwe-ecr-source-cfn.html',
  * find({ file, logicalId, stackName }, plan) {
    for (const [type, targetsOf] of STARTERS) {
      for (const starter of plan.resources.ofType(type).filter(one => one.file === file)) {
        for (const arn of targetsOf(starter.declared).map(target => target.at('Arn'))) {
          const pipeline = namedBeside(arn, 'AWS::CodePipeline::Pipeline', plan, stackName);
          if (pipeline?.logicalId !== logicalId || pipeline.file !== file) continue;
          yield { at: arn, wrong: `The target of ${starter.logicalId} is ${arn.text === undefined ? 'the name of the pipeline' : shown(arn.text)}, and no ARN.` };
        }
      }
    }
  },
};
