import { Aws } from 'aws-cdk-lib';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as iam from 'aws-cdk-lib/aws-iam';
import { admitReader } from '../artifact-reader';
import { deployment, DeployProps } from './deploy-props';
import { CODEDEPLOY } from '../../catalog/deploys';
import { ProviderStep } from '../provider-step';
import { Step } from '../step';
import { StepContext } from '../step-context';

/** A deployment to servers through CodeDeploy. */
export interface CodeDeployProps extends DeployProps {
  /** The deployment group: of EC2 instances, or of machines on premises. Its artifact holds an `appspec.yml`. */
  readonly deploymentGroup: codedeploy.IServerDeploymentGroup;
  /**
   * The role of the machines, which fetch the artifact themselves: it is let at the pipeline's artifacts. A role of the
   * pipeline's account and region; one of another stack is imported by its name.
   * @default - none: the machines must be let at the artifacts in another way
   */
  readonly instanceRole?: iam.IRole;
}

/** A deployment of a Lambda function through CodeDeploy. */
export interface CodeDeployLambdaProps extends DeployProps {
  /** The deployment group: of a Lambda function. Its artifact holds an `appspec.yml` that names function, alias and both versions. */
  readonly deploymentGroup: codedeploy.ILambdaDeploymentGroup;
}

export function codeDeployStep(stepName: string, props: CodeDeployProps): Step {
  const group = props.deploymentGroup;
  return new ProviderStep({
    ...deployment(stepName, CODEDEPLOY, props),
    configure: (scope, context) => {
      if (props.instanceRole) admitReader(scope, props.instanceRole, context);
      return {
        configuration: { ApplicationName: group.application.applicationName, DeploymentGroupName: group.deploymentGroupName },
        arns: { deploymentConfig: [configArn(group.deploymentConfig, context)] },
      };
    },
  });
}

export function codeDeployLambdaStep(stepName: string, props: CodeDeployLambdaProps): Step {
  const group = props.deploymentGroup;
  return new ProviderStep({
    ...deployment(stepName, CODEDEPLOY, props),
    configure: (_scope, context) => ({
      configuration: { ApplicationName: group.application.applicationName, DeploymentGroupName: group.deploymentGroupName },
      arns: { deploymentConfig: [configArn(group.deploymentConfig, context)] },
    }),
  });
}

/** The ARN of a deployment configuration: a group's own ARN of it would be read in the region of whatever stack holds the role. */
export function configArn(config: codedeploy.IServerDeploymentConfig, { region, account }: StepContext): string {
  return `arn:${Aws.PARTITION}:codedeploy:${region}:${account}:deploymentconfig:${config.deploymentConfigName}`;
}
