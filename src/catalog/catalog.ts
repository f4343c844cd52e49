import { ALEXA, APP_CONFIG, ELASTIC_BEANSTALK, SERVICE_CATALOG } from './application-deploys';
import { MANUAL_APPROVAL } from './approval';
import { CODEBUILD, COMMANDS, DEVICE_FARM, ECR_BUILD_AND_PUBLISH, TEAM_CITY } from './builds';
import { CODEDEPLOY_ECS, EC2, EKS, LAMBDA_DEPLOY } from './compute-deploys';
import { CLOUDFORMATION, CODEDEPLOY, ECS, S3_DEPLOY } from './deploys';
import { INSPECTOR_SCAN, LAMBDA_INVOKE, PIPELINE_INVOKE, STEP_FUNCTIONS } from './invokes';
import { Provider } from './provider';
import { CODECOMMIT_SOURCE, CONNECTION_SOURCE, ECR_SOURCE, GITHUB_OAUTH_SOURCE, S3_SOURCE } from './sources';
import { STACK_INSTANCES, STACK_SET } from './stack-sets';

/** Every provider that is known. */
export const CATALOG: readonly Provider[] = [
  S3_SOURCE, CODECOMMIT_SOURCE, ECR_SOURCE, CONNECTION_SOURCE, GITHUB_OAUTH_SOURCE,
  CODEBUILD, COMMANDS, ECR_BUILD_AND_PUBLISH, DEVICE_FARM, TEAM_CITY,
  LAMBDA_INVOKE, STEP_FUNCTIONS, INSPECTOR_SCAN, PIPELINE_INVOKE,
  MANUAL_APPROVAL,
  CLOUDFORMATION, S3_DEPLOY, CODEDEPLOY, ECS,
  STACK_SET, STACK_INSTANCES,
  CODEDEPLOY_ECS, EKS, EC2, LAMBDA_DEPLOY,
  ELASTIC_BEANSTALK, SERVICE_CATALOG, APP_CONFIG, ALEXA,
];

/** The row of a provider, by what an action's type id says. */
export function findProvider(category: string, owner: string, provider: string): Provider | undefined {
  return CATALOG.find(row => (row.category === category || row.alsoAs === category) && row.owner === owner && row.provider === provider);
}
