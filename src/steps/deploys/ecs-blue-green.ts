import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as iam from 'aws-cdk-lib/aws-iam';
import { configArn } from './codedeploy';
import { deployment, DeployProps } from './deploy-props';
import { CODEDEPLOY_ECS } from '../../catalog/compute-deploys';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { IArtifactProducer, Step } from '../step';

/** An image that goes into the task definition's template. */
export interface EcsImage {
  /**
   * The artifact whose `imageDetail.json` names the image, as an ECR source gives it.
   * @default - the artifact of the templates
   */
  readonly input?: IArtifactProducer;
  /**
   * The placeholder in the template, which stands there between angle brackets: `"image": "<IMAGE>"`.
   * @default 'IMAGE'
   */
  readonly placeholder?: string;
}

/** A blue/green deployment of an ECS service through CodeDeploy. */
export interface EcsBlueGreenProps extends DeployProps {
  /** The deployment group of the service. */
  readonly deploymentGroup: codedeploy.IEcsDeploymentGroup;
  /** The roles that the task definition names, task role and execution role: the deployment may pass these on, and no other. */
  readonly taskRoles: iam.IRole[];
  /**
   * The path of the task definition's template in the artifact. The artifacts have at most 3 MB.
   * @default 'taskdef.json'
   */
  readonly taskDefinitionPath?: string;
  /**
   * The path of the AppSpec in the artifact.
   * @default 'appspec.yaml'
   */
  readonly appSpecPath?: string;
  /**
   * The artifact of the AppSpec.
   * @default - that of the task definition: `input`
   */
  readonly appSpecInput?: IArtifactProducer;
  /**
   * Images that go into the template: at most 4.
   * @default - none: the template names its images itself
   */
  readonly images?: EcsImage[];
}

export function ecsBlueGreenStep(stepName: string, props: EcsBlueGreenProps): Step {
  const { deploymentGroup: group, images = [] } = props;
  if (!props.taskRoles.length) {
    refuse(stepName, 'The deployment passes on no role, and must pass on those of its tasks.', 'Give `taskRoles`: the task role and the execution role.');
  }
  if (images.length > 4) refuse(stepName, `The deployment has ${images.length} images.`, 'CodePipeline puts at most 4 into a template; name the others in it.');
  const placeholders = images.map(image => image.placeholder ?? 'IMAGE');
  const twice = placeholders.find((one, at) => placeholders.indexOf(one) !== at);
  if (twice) refuse(stepName, `Two images have the placeholder "${twice}".`, 'Give each a `placeholder` of its own.');
  const bracketed = placeholders.find(one => /[<>]/.test(one));
  if (bracketed) refuse(stepName, `The placeholder "${bracketed}" has angle brackets.`, `They stand in the template only: here it is "${bracketed.replace(/[<>]/g, '')}".`);
  const others = [props.appSpecInput, ...images.map(image => image.input)].filter(one => one !== undefined);
  if (others.length && !props.input) {
    refuse(stepName, 'The deployment has further inputs, and no input of its own.', 'Say with `input` which artifact the task definition is in.');
  }
  const base = deployment(stepName, CODEDEPLOY_ECS, props);
  const artifacts = new Map([...base.inputs, ...others].map(one => [one.primaryOutput, one]));
  if (artifacts.size > 5) refuse(stepName, `The deployment reads ${artifacts.size} artifacts.`, 'CodePipeline takes at most 5: put the AppSpec beside the task definition.');
  return new ProviderStep({
    ...base,
    inputs: [...artifacts.values()],
    configure: (_scope, context) => {
      const name = (producer?: IArtifactProducer) => (producer?.primaryOutput ?? context.inputs[0]).artifactName;
      return {
        configuration: {
          ApplicationName: group.application.applicationName,
          DeploymentGroupName: group.deploymentGroupName,
          TaskDefinitionTemplateArtifact: name(),
          TaskDefinitionTemplatePath: props.taskDefinitionPath ?? 'taskdef.json',
          AppSpecTemplateArtifact: name(props.appSpecInput),
          AppSpecTemplatePath: props.appSpecPath ?? 'appspec.yaml',
          ...Object.fromEntries(images.flatMap((image, at) => [
            [`Image${at + 1}ArtifactName`, name(image.input)],
            [`Image${at + 1}ContainerName`, placeholders[at]],
          ])),
        },
        arns: { taskRoles: props.taskRoles.map(role => role.roleArn), deploymentConfig: [configArn(group.deploymentConfig, context)] },
      };
    },
  });
}
