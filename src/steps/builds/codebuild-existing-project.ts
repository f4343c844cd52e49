import { Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CodeBuildProjectProps } from './codebuild-props';
import { artifactAccess } from '../../catalog/artifact-access';
import { readParameters, readSecrets } from '../../catalog/grants';
import { Permission } from '../../catalog/provider';
import { acknowledgeAdded } from '../../operations/acknowledge';
import { namedSecrets } from '../named-secrets';
import { CLONE_PERMISSION } from '../source';
import { IStepHost, StepContext } from '../step-context';

/** A project that this app makes learns of the artifacts; an imported one is respected as it is. */
export function lendArtifacts(props: CodeBuildProjectProps, context: StepContext) {
  const { host, inputs } = context;
  const { project, environmentVariables = {} } = props;
  if (!(project instanceof codebuild.Project)) return;
  project.bindToCodePipeline(project, { artifactBucket: host.artifactBucket });
  if (project.role) admit(project.role, host);
  for (const input of inputs) {
    const permission = input.getMetadata(CLONE_PERMISSION) as Permission | undefined;
    if (permission) project.addToRolePolicy(new iam.PolicyStatement({ actions: [...permission.actions], resources: [...permission.resources] }));
  }
  const named = namedSecrets(Object.values(environmentVariables), context);
  for (const { actions, resources, conditions } of [...readParameters(context.region, named), ...readSecrets(context.region, named)]) {
    project.addToRolePolicy(new iam.PolicyStatement({ actions: [...actions], resources: [...resources], conditions }));
  }
  if (props.batch) project.enableBatchBuilds();
  const { artifactBucket, pipelineName, region } = host;
  const location = { bucketArn: artifactBucket.bucketArn, keyArn: artifactBucket.encryptionKey!.keyArn, pipelineName, region };
  const access = artifactAccess(location, true, props.hasOutput || !!props.outputLabels?.length);
  for (const { actions, resources, conditions } of access) {
    project.addToRolePolicy(new iam.PolicyStatement({ actions: [...actions], resources: [...resources], conditions }));
  }
  acknowledgeAdded(project, access);
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
