import { Permission, PermissionRequest, Provider } from './provider';

const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/';

/** Actions that run in the service's own compute write to the pipeline's own log group. */
export function pipelineLogs(r: PermissionRequest): Permission {
  const group = `arn:${r.partition}:logs:${r.region}:${r.account}:log-group:/aws/codepipeline/${r.pipelineName}`;
  return { actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group, `${group}:*`] };
}

export const CODEBUILD: Provider = {
  category: 'Build',
  alsoAs: 'Test',
  owner: 'AWS',
  provider: 'CodeBuild',
  version: '1',
  inputs: { min: 1, max: 5 },
  outputs: { min: 0, max: 5 },
  configuration: {
    ProjectName: { required: true },
    PrimarySource: {},
    BatchEnabled: { values: ['true', 'false'] },
    CombineArtifacts: { values: ['true', 'false'] },
    EnvironmentVariables: {},
    BuildspecOverride: {},
    ServiceRoleArnOverride: {},
  },
  variables: '*',
  permissions: r => [
    {
      actions: r.configuration.BatchEnabled === 'true'
        ? ['codebuild:StartBuildBatch', 'codebuild:BatchGetBuildBatches']
        : ['codebuild:StartBuild', 'codebuild:BatchGetBuilds'],
      resources: r.arns.project ?? [`arn:${r.partition}:codebuild:${r.region}:${r.account}:project/${r.configuration.ProjectName}`],
    },
    ...(r.configuration.ServiceRoleArnOverride ? [{
      actions: ['iam:PassRole'],
      resources: [r.configuration.ServiceRoleArnOverride],
      conditions: { StringEquals: { 'iam:PassedToService': 'codebuild.amazonaws.com' } },
    }] : []),
  ],
  source: `${GUIDE}action-reference-CodeBuild.html`,
};

export const COMMANDS: Provider = {
  category: 'Compute',
  owner: 'AWS',
  provider: 'Commands',
  version: '1',
  pipelineType: 'V2',
  inputs: { min: 1, max: 10 },
  outputs: { min: 0, max: 1 },
  configuration: { EnvironmentType: {}, ComputeType: {}, VpcId: {}, Subnets: {}, SecurityGroupIds: {} },
  variables: '*',
  permissions: r => [
    pipelineLogs(r),
    ...(r.arns.secrets ? [{ actions: ['secretsmanager:GetSecretValue'], resources: r.arns.secrets }] : []),
  ],
  source: `${GUIDE}action-reference-Commands.html`,
};
