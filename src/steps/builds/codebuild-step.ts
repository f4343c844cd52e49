import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { lendArtifacts } from './codebuild-existing-project';
import { BuildProject } from './codebuild-project';
import { CodeBuildActionProps, CodeBuildProjectProps, CodeBuildProps } from './codebuild-props';
import { CODEBUILD } from '../../catalog/builds';
import { refuse } from '../../refuse';
import { ProviderStep, ProviderStepProps } from '../provider-step';
import { refuseSecretsIn } from '../secret-reference';
import { DefaultInput, Step } from '../step';
import { StepContext } from '../step-context';

type Variables = Record<string, codebuild.BuildEnvironmentVariable>;

/** A step in a project of its own. */
export function codeBuildStep(category: codepipeline.ActionCategory, stepName: string, props: CodeBuildProps): Step {
  return new ProviderStep(ownProject(category, stepName, props));
}

/** What a step in a project of its own is made of. */
export function ownProject(category: codepipeline.ActionCategory, stepName: string, props: CodeBuildProps): ProviderStepProps {
  if (!props.commands?.length === !props.buildspec) {
    refuse(stepName, props.buildspec ? 'The step has both `commands` and `buildspec`.' : 'The step has nothing to run.', 'Give it `commands`, or a `buildspec`.');
  }
  if (props.reports && props.reports.length > 5) refuse(stepName, `The step has ${props.reports.length} reports.`, 'CodeBuild takes at most 5.');
  refuseHyphens(stepName, [props.output !== undefined, ...Object.keys(props.outputs ?? {})]);
  return {
    ...common(category, stepName, props),
    hasOutput: props.output !== undefined,
    outputLabels: Object.keys(props.outputs ?? {}),
    configure: (scope, context) => {
      refuseSecretsIn(scope, props.environmentVariables ?? {});
      const all = Object.entries(props.environmentVariables ?? {});
      // the project's variables are fixed when it is deployed; what a pipeline's variables decide goes with the action
      const late = all.filter(([, variable]) => usesVariables(variable));
      const project = new BuildProject(scope, stepName, props, context, Object.fromEntries(all.filter(entry => !late.includes(entry))));
      return {
        configuration: configuration(project.projectName, Object.fromEntries(late), context),
        arns: { project: [project.projectArn] },
      };
    },
  };
}

/** A step in a project that exists. */
export function projectStep(category: codepipeline.ActionCategory, stepName: string, props: CodeBuildProjectProps): Step {
  // a batch has the artifacts of many builds
  if (!props.batch) refuseHyphens(stepName, [props.hasOutput ?? false, ...(props.outputLabels ?? [])]);
  return new ProviderStep({
    ...common(category, stepName, props),
    hasOutput: props.hasOutput,
    outputLabels: props.outputLabels,
    configure: (scope, context) => {
      refuseSecretsIn(scope, props.environmentVariables ?? {});
      lendArtifacts(props, context);
      return {
        configuration: {
          ...configuration(props.project.projectName, props.environmentVariables ?? {}, context),
          BatchEnabled: props.batch ? 'true' : undefined,
          CombineArtifacts: props.batch && props.combineArtifacts ? 'true' : undefined,
        },
        arns: { project: [props.project.projectArn] },
      };
    },
  });
}

/** With more than one artifact, a build knows each by its name. @param outputs whether there is a primary one, and the labels of further ones */
function refuseHyphens(stepName: string, [primary, ...labels]: readonly (boolean | string)[]) {
  const names = [...(primary ? [stepName] : []), ...labels.map(label => `${stepName}_${String(label)}`)];
  const wrong = names.length > 1 ? names.find(name => name.includes('-')) : undefined;
  if (wrong) refuse(stepName, `The artifact "${wrong}" is one of several, and CodeBuild takes no hyphen in its name.`, `Use letters, digits and _: "${wrong.replaceAll('-', '_')}".`);
}

function common(category: codepipeline.ActionCategory, stepName: string, props: CodeBuildActionProps) {
  if (props.additionalInputs && !props.input) {
    refuse(stepName, 'The step has further inputs, and no input of its own.', 'Say with `input` which artifact it works on.');
  }
  return {
    stepName,
    row: CODEBUILD,
    category,
    inputs: props.input ? [props.input, ...(props.additionalInputs ?? [])] : [],
    defaultInput: DefaultInput.SOURCE,
    after: props.after,
  };
}

function configuration(projectName: string, variables: Variables, context: StepContext) {
  const given = Object.entries(variables);
  return {
    ProjectName: projectName,
    EnvironmentVariables: given.length
      ? JSON.stringify(given.map(([name, variable]) => ({
        name, type: variable.type ?? codebuild.BuildEnvironmentVariableType.PLAINTEXT, value: String(variable.value),
      })))
      : undefined,
    PrimarySource: context.inputs.length > 1 ? context.inputs[0].artifactName : undefined,
  };
}

function usesVariables(variable: codebuild.BuildEnvironmentVariable): boolean {
  return String(variable.value).includes('#{');
}
