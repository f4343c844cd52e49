import type { Declared } from '../../plan';
import type { Check } from '../check';
import { shown } from '../known';
import { namedBeside } from '../named-beside';
import { resourceOf } from './starters';

/** What starts something, and where it says what. */
const STARTERS: readonly (readonly [string, (starter: Declared) => readonly Declared[]])[] = [
  ['AWS::Events::Rule', rule => rule.at('Targets').items],
  ['AWS::Scheduler::Schedule', schedule => [schedule.at('Target')]],
];

export const STARTER_TARGET: Check = {
  id: 'conveyor:starter-target',
  severity: 'error',
  title: 'What is to start a pipeline does not give its ARN',
  why: 'EventBridge refuses the target, and the deployment fails. `Ref` of a pipeline gives its name; in its ARN, nothing stands between account and name.',
  mend: 'Write the ARN: `!Sub arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}`.',
  source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/create-cwe-ecr-source-cfn.html',
  * find(started, plan) {
    const { file, logicalId, stackName } = started;
    const name = resourceOf(started, plan)?.name;
    for (const [type, targetsOf] of STARTERS) {
      for (const starter of plan.resources.ofType(type, file)) {
        for (const arn of targetsOf(starter.declared).map(target => target.at('Arn'))) {
          if (name !== undefined && arn.written?.endsWith(`:pipeline/${name}`)) yield { at: arn, wrong: `The target of ${starter.logicalId} has "pipeline/" before the name of the pipeline.` };
          const pipeline = namedBeside(arn, 'AWS::CodePipeline::Pipeline', plan, stackName);
          if (pipeline?.logicalId !== logicalId || pipeline.file !== file) continue;
          yield { at: arn, wrong: `The target of ${starter.logicalId} is ${arn.text === undefined ? 'the name of the pipeline' : shown(arn.text)}, and no ARN.` };
        }
      }
    }
  },
};
