import { deployment, DeployProps } from './deploy-props';
import { ELASTIC_BEANSTALK } from '../../catalog/application-deploys';
import { ProviderStep } from '../provider-step';
import { Step } from '../step';

/** A deployment to an Elastic Beanstalk environment. The artifact is what Beanstalk takes as a source bundle, of at most 512 MB. */
export interface ElasticBeanstalkProps extends DeployProps {
  /** The application's name. */
  readonly applicationName: string;
  /** The environment's name. */
  readonly environmentName: string;
}

export function elasticBeanstalkStep(stepName: string, props: ElasticBeanstalkProps): Step {
  return new ProviderStep({
    ...deployment(stepName, ELASTIC_BEANSTALK, props),
    configure: () => ({ configuration: { ApplicationName: props.applicationName, EnvironmentName: props.environmentName } }),
  });
}
