import { MANUAL_APPROVAL } from './approval';
import { CODEBUILD, COMMANDS } from './builds';
import { CLOUDFORMATION, CODEDEPLOY, ECS, S3_DEPLOY } from './deploys';
import { Provider } from './provider';
import { CODECOMMIT_SOURCE, CONNECTION_SOURCE, ECR_SOURCE, S3_SOURCE } from './sources';

/** Every provider that is known. */
export const CATALOG: readonly Provider[] = [
  S3_SOURCE, CODECOMMIT_SOURCE, ECR_SOURCE, CONNECTION_SOURCE,
  CODEBUILD, COMMANDS,
  MANUAL_APPROVAL,
  CLOUDFORMATION, S3_DEPLOY, CODEDEPLOY, ECS,
];

/** The row of a provider, by what an action's type id says. */
export function findProvider(category: string, owner: string, provider: string): Provider | undefined {
  return CATALOG.find(row => (row.category === category || row.alsoAs === category) && row.owner === owner && row.provider === provider);
}
