import * as appconfig from 'aws-cdk-lib/aws-appconfig';
import { deployment, DeployProps } from './deploy-props';
import { APP_CONFIG } from '../../catalog/application-deploys';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { Step } from '../step';

/** A deployment of a configuration through AWS AppConfig. */
export interface AppConfigProps extends DeployProps {
  /** The environment; its application is the one that the configuration is of. */
  readonly environment: appconfig.IEnvironment;
  /** The id of the configuration profile, whose place is a pipeline: say, `configuration.configurationProfileId`. */
  readonly configurationProfileId: string;
  /** The path of the configuration in the artifact. */
  readonly configurationPath: string;
  /**
   * How fast the configuration reaches who asks for it.
   * @default - the service decides
   */
  readonly deploymentStrategy?: appconfig.IDeploymentStrategy;
}

export function appConfigStep(stepName: string, props: AppConfigProps): Step {
  if (!props.configurationPath) refuse(stepName, 'The configuration has no path.', 'Give its path in the artifact: "config/flags.json".');
  return new ProviderStep({
    ...deployment(stepName, APP_CONFIG, props),
    configure: () => ({
      configuration: {
        Application: props.environment.applicationId,
        Environment: props.environment.environmentId,
        ConfigurationProfile: props.configurationProfileId,
        InputArtifactConfigurationPath: props.configurationPath,
        DeploymentStrategy: props.deploymentStrategy?.deploymentStrategyId,
      },
    }),
  });
}
