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
    configure: () => ({
      configuration: { ApplicationName: group.application.applicationName, DeploymentGroupName: group.deploymentGroupName },
      arns: { deploymentConfig: [group.deploymentConfig.deploymentConfigArn] },
    }),
  });
}
