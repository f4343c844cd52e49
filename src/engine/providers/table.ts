/** Which runner runs which provider. A provider more is a line here and a file beside it. */

import { CLOUDFORMATION, SERVICE_CATALOG, STACK_SET } from './cloudformation';
import { CODEBUILD } from './codebuild';
import { CODE_DEPLOY, CODE_DEPLOY_TO_ECS } from './codedeploy';
import { COMMANDS } from './commands';
import { ECS } from './ecs';
import { filesDeploy } from './files-deploy';
import { MANUAL_APPROVAL } from './manual-approval';
import type { ProviderRunner } from './provider-runner';
import { S3_DEPLOY } from './s3-deploy';
import { SOURCE } from './source';
import { STUBBED } from './stubbed';
import type { ActionPlan } from '../../plan';

const RUNNERS: Readonly<Record<string, ProviderRunner>> = {
  'Approval/Manual': MANUAL_APPROVAL,
  'Build/CodeBuild': CODEBUILD,
  'Compute/Commands': COMMANDS,
  'Deploy/AppConfig': filesDeploy('AppConfig'),
  'Deploy/CloudFormation': CLOUDFORMATION,
  'Deploy/CloudFormationStackInstances': STACK_SET,
  'Deploy/CloudFormationStackSet': STACK_SET,
  'Deploy/CodeDeploy': CODE_DEPLOY,
  'Deploy/CodeDeployToECS': CODE_DEPLOY_TO_ECS,
  'Deploy/EC2': filesDeploy('EC2'),
  'Deploy/ECS': ECS,
  'Deploy/EKS': filesDeploy('EKS'),
  'Deploy/ElasticBeanstalk': filesDeploy('ElasticBeanstalk'),
  'Deploy/Lambda': filesDeploy('Lambda'),
  'Deploy/S3': S3_DEPLOY,
  'Deploy/ServiceCatalog': SERVICE_CATALOG,
  'Test/CodeBuild': CODEBUILD,
};

/** The runner of an action; what has none is stubbed. */
export function runnerOf(action: ActionPlan): ProviderRunner {
  if (action.category === 'Source') return SOURCE;
  const key = `${action.category}/${action.provider}`;
  return Object.hasOwn(RUNNERS, key) ? RUNNERS[key] : STUBBED;
}
