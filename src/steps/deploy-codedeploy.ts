import { Aws } from 'aws-cdk-lib';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import { deployment, DeployProps } from './deploy-props';
import { ProviderStep } from './provider-step';
import { Step } from './step';
import { CODEDEPLOY } from '../catalog/deploys';

/** A deployment to servers through CodeDeploy. */
export interface CodeDeployProps extends DeployProps {
  /** The deployment group: of EC2 instances, or of machines on premises. Its artifact holds an `appspec.yml`. */
  readonly deploymentGroup: codedeploy.IServerDeploymentGroup;
}

export function codeDeployStep(stepName: string, props: CodeDeployProps): Step {
  const group = props.deploymentGroup;
  return new ProviderStep({
    ...deployment(stepName, CODEDEPLOY, props),
    configure: (_scope, context) => ({
      configuration: { ApplicationName: group.application.applicationName, DeploymentGroupName: group.deploymentGroupName },
      // the group's own ARN of it would be read in the region of whatever stack holds the role
      arns: { deploymentConfig: [`arn:${Aws.PARTITION}:codedeploy:${context.region}:${context.account}:deploymentconfig:${group.deploymentConfig.deploymentConfigName}`] },
    }),
  });
}
