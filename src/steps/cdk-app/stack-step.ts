import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CfnCapabilities, Stage } from 'aws-cdk-lib';
import { StackDeployment } from 'aws-cdk-lib/pipelines';
import { Construct } from 'constructs';
import { ActionDetail, Configuration } from '../catalog-action';
import { bootstrapArn, CloudAssembly, pathInAssembly } from './assembly';
import { CLOUDFORMATION } from '../../catalog/deploys';
import { refuse } from '../../refuse';
import { deployment } from '../deploys/deploy-props';
import { ProviderStep } from '../provider-step';
import { IArtifactProducer, IStep } from '../step';
import { StepContext } from '../step-context';
import { writtenArn } from '../written-arn';

/** A stack of a stage, and how its action stands to others. */
export interface StackStepProps {
  readonly stage: Stage;
  readonly stack: StackDeployment;
  readonly input?: IArtifactProducer;
  readonly after: IStep[];
}

/** Fixed: a change set is replaced by the next execution's, so that none is left behind. */
export const CHANGE_SET = 'Conveyor';

/** An action on a stack of a CDK app. It works in the stack's account and region, with the roles of the bootstrap there. */
class StackStep extends ProviderStep {
  constructor(stepName: string, props: StackStepProps, reads: boolean, configure: (artifact: string) => Configuration) {
    const { stage, stack } = props;
    super({
      ...deployment(stepName, CLOUDFORMATION, { input: reads ? props.input : undefined, after: props.after }),
      ...(reads ? {} : { defaultInput: undefined }),
      env: { account: stack.account, region: stack.region },
      configure: (scope: Construct, context: StepContext): ActionDetail => {
        if (!stack.assumeRoleArn) {
          refuse(scope, `The stack "${stack.stackName}" is synthesized without the roles of the bootstrap.`, 'Leave the stack\'s `synthesizer` to the default, or give it a DefaultStackSynthesizer.');
        }
        if (reads) {
          if (scope.node.root !== stage.node.root) refuse(scope, `The stage "${stage.node.path}" belongs to another app than the pipeline.`, 'Give it the pipeline\'s App as its scope.');
          CloudAssembly.in(scope, context.inputs[0]).deploys(stage, stack);
        }
        return { configuration: configure(`${context.inputs[0]?.artifactName}`), roleArn: bootstrapArn(stack.assumeRoleArn, stack) };
      },
    });
  }
}

/** Creates or updates the stack in one action. */
export function updateStack(stepName: string, props: StackStepProps): StackStep {
  return new StackStep(stepName, props, true, artifact => ({ ActionMode: 'CREATE_UPDATE', ...template(props, artifact) }));
}

/** Makes a change set of the stack. */
export function prepareStack(stepName: string, props: StackStepProps): StackStep {
  return new StackStep(stepName, props, true, artifact => ({ ActionMode: 'CHANGE_SET_REPLACE', ChangeSetName: CHANGE_SET, ...template(props, artifact) }));
}

/** Carries the change set of the stack out. */
export function executeStack(stepName: string, props: StackStepProps): StackStep {
  return new StackStep(stepName, props, false, () => ({ ActionMode: 'CHANGE_SET_EXECUTE', StackName: props.stack.stackName, ChangeSetName: CHANGE_SET }));
}

function template({ stage, stack }: StackStepProps, artifact: string): Configuration {
  const tags = writeTags(stack);
  return {
    StackName: stack.stackName,
    Capabilities: [CfnCapabilities.NAMED_IAM, CfnCapabilities.AUTO_EXPAND].join(','),
    RoleArn: stack.executionRoleArn && writtenArn(stack.executionRoleArn
      .replaceAll('${AWS::AccountId}', stack.account ?? '${AWS::AccountId}').replaceAll('${AWS::Region}', stack.region ?? '${AWS::Region}')),
    TemplatePath: `${artifact}::${pathInAssembly(stage, stack.absoluteTemplatePath)}`,
    TemplateConfiguration: tags && `${artifact}::${pathInAssembly(stage, tags)}`,
  };
}

/** CodePipeline takes a stack's tags from a file beside the template: the synth run writes it again. */
function writeTags(stack: StackDeployment): string | undefined {
  if (!Object.keys(stack.tags).length) return undefined;
  const file = `${stack.absoluteTemplatePath}.config.json`;
  const content = JSON.stringify({ Tags: stack.tags }, undefined, 2);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== content) writeFileSync(file, content);
  return file;
}
