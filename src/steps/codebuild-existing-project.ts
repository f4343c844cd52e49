import { Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CodeBuildProjectProps } from './codebuild-props';
import { CLONE_PERMISSION } from './source';
import { IStepHost, StepContext } from './step-context';
import { artifactPrefix } from '../catalog/artifact-access';
import { Permission } from '../catalog/provider';

/** A project that this app makes learns of the artifacts; an imported one is respected as it is. */
export function lendArtifacts(props: CodeBuildProjectProps, { host, inputs }: StepContext) {
  const { project, environmentVariables = {} } = props;
  if (!(project instanceof codebuild.Project)) return;
  project.bindToCodePipeline(project, { artifactBucket: host.artifactBucket });
  if (project.role) admit(project.role, host);
  for (const input of inputs) {
    const permission = input.getMetadata(CLONE_PERMISSION) as Permission | undefined;
    if (permission) project.addToRolePolicy(new iam.PolicyStatement({ actions: [...permission.actions], resources: [...permission.resources] }));
  }
  codebuild.Project.serializeEnvVariables(environmentVariables, true, project); // lets it read what they name
  if (props.batch) project.enableBatchBuilds();
  const artifacts = `${artifactPrefix(host.pipelineName)}/*`;
  host.artifactBucket.grantRead(project, artifacts);
  if (props.hasOutput || props.outputLabels?.length) host.artifactBucket.grantPut(project, artifacts);
}

/** The key of a store in another stack cannot name the role, which comes after it: it knows the path of pipelines' roles. */
function admit(role: iam.IRole, host: IStepHost) {
  const resource = role.node.defaultChild;
  if (Stack.of(role) !== Stack.of(host.artifactBucket) && resource instanceof iam.CfnRole && !resource.path) {
    resource.path = `/conveyor/${host.pipelineName}/`;
  } else {
    host.admitRole(role.roleArn);
  }
}
