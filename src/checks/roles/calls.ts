/**
 * What actions and builds surely call: one or two central calls of each, and none that a policy of the resource itself could allow instead.
 * Each call is a list: any of its actions does.
 */

import type { Declared } from '../../plan';
import { isClosed, lacks } from '../known';

export type Call = readonly string[];

/** By category and provider, from an action's configuration. */
export const CALLS: Readonly<Record<string, (configuration: Declared) => readonly Call[]>> = {
  'Source/CodeCommit': configuration => [['codecommit:GetBranch'], ...(isZip(configuration) ? [['codecommit:UploadArchive']] : [])],
  'Source/CodeStarSourceConnection': () => [['codestar-connections:UseConnection', 'codeconnections:UseConnection']],
  'Build/CodeBuild': configuration => [...buildCalls(configuration), ...passes(configuration.at('ServiceRoleArnOverride'))],
  'Build/ECRBuildAndPublish': configuration => (lacks(configuration, 'RegistryType') ? [['ecr:GetAuthorizationToken']] : []),
  'Test/DeviceFarm': () => [['devicefarm:ScheduleRun']],
  'Deploy/CloudFormation': configuration => [...stackCalls(configuration.at('ActionMode').text), ...passes(configuration.at('RoleArn'))],
  'Deploy/CloudFormationStackSet': () => [['cloudformation:CreateStackSet', 'cloudformation:UpdateStackSet']],
  'Deploy/CloudFormationStackInstances': () => [['cloudformation:CreateStackInstances', 'cloudformation:UpdateStackInstances']],
  'Deploy/CodeDeploy': () => [['codedeploy:CreateDeployment'], ['codedeploy:GetDeployment']],
  'Deploy/CodeDeployToECS': () => [['codedeploy:CreateDeployment'], ['ecs:RegisterTaskDefinition']],
  'Deploy/ECS': () => [['ecs:RegisterTaskDefinition'], ['ecs:UpdateService']],
  'Deploy/EKS': () => [['eks:DescribeCluster']],
  'Deploy/EC2': () => [['ssm:SendCommand']],
  'Deploy/ElasticBeanstalk': () => [['elasticbeanstalk:CreateApplicationVersion'], ['elasticbeanstalk:UpdateEnvironment']],
  'Deploy/ServiceCatalog': () => [['servicecatalog:CreateProvisioningArtifact']],
  'Deploy/AppConfig': () => [['appconfig:StartDeployment']],
  'Invoke/Lambda': () => [['lambda:InvokeFunction']],
  'Invoke/StepFunctions': () => [['states:StartExecution']],
  'Invoke/InspectorScan': () => [['inspector-scan:ScanSbom']],
  'Invoke/CodePipeline': () => [['codepipeline:StartPipelineExecution']],
};

export const WRITES_ARTIFACTS: Call = ['s3:PutObject'];
export const READS_ARTIFACTS: Call = ['s3:GetObject', 's3:GetObjectVersion'];

/** What a build calls, that its project does not turn off. INFERRED from what people report: without a stream for its log, a build does not begin. */
export function callsOfBuild(project: Declared): Call[] {
  const logs = project.at('LogsConfig', 'CloudWatchLogs', 'Status');
  const isLogged = isClosed(project) && (!project.at('LogsConfig').given || logs.text === 'ENABLED');
  return isLogged ? [['logs:CreateLogStream']] : [];
}

function isZip(configuration: Declared): boolean {
  return lacks(configuration, 'OutputArtifactFormat') || configuration.at('OutputArtifactFormat').text === 'CODE_ZIP';
}

function buildCalls(configuration: Declared): Call[] {
  const batch = lacks(configuration, 'BatchEnabled') ? 'false' : configuration.at('BatchEnabled').text;
  if (batch === 'true') return [['codebuild:StartBuildBatch'], ['codebuild:BatchGetBuildBatches']];
  if (batch === 'false') return [['codebuild:StartBuild'], ['codebuild:BatchGetBuilds']];
  return [['codebuild:StartBuild', 'codebuild:StartBuildBatch']];
}

function stackCalls(mode: string | undefined): Call[] {
  switch (mode) {
    case 'CREATE_UPDATE':
    case 'REPLACE_ON_FAILURE': return [['cloudformation:CreateStack', 'cloudformation:UpdateStack']];
    case 'DELETE_ONLY': return [['cloudformation:DeleteStack']];
    case 'CHANGE_SET_REPLACE': return [['cloudformation:CreateChangeSet']];
    case 'CHANGE_SET_EXECUTE': return [['cloudformation:ExecuteChangeSet']];
    default: return [];
  }
}

/** Handing a role on. */
function passes(role: Declared): Call[] {
  return role.written ? [['iam:PassRole']] : [];
}
