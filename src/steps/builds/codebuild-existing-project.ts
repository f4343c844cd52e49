import { Aws, Stack } from 'aws-cdk-lib';
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
export function lendArtifacts(props: CodeBuildProjectProps, context: Pick<StepContext, 'host' | 'inputs' | 'account' | 'region'>) {
  const { host, inputs } = context;
  const { project, environmentVariables = {} } = props;
  if (!(project instanceof codebuild.Project)) return;
  encrypt(project, host.artifactBucket.encryptionKey!.keyArn);
  if (project.role) admit(project, project.role, host);
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

/** By the resource: the project itself would let its role use the key for more than artifacts. A key that it has been given is kept. */
function encrypt(project: codebuild.Project, keyArn: string) {
  const resource = project.node.defaultChild as codebuild.CfnProject;
  if ([undefined, AWS_KEY].includes(Stack.of(project).resolve(resource.encryptionKey) as string | undefined)) resource.encryptionKey = keyArn;
}

/** what aws-codebuild names where it has been given no key */
const AWS_KEY = 'alias/aws/s3';

/** The key of a store in another stack cannot name the role, which comes after it: it knows the path of pipelines' roles. */
function admit(project: codebuild.Project, role: iam.IRole, host: IStepHost) {
  const resource = role.node.defaultChild;
  if (Stack.of(role) !== Stack.of(host.artifactBucket) && resource instanceof iam.CfnRole && !resource.path) {
    resource.path = host.rolePath;
    // spelt out: aws-cdk-lib's validation takes the ARN attribute of a role with a path for its name (E3050)
    (project.node.defaultChild as codebuild.CfnProject).serviceRole = `arn:${Aws.PARTITION}:iam::${Stack.of(role).account}:role${host.rolePath}${resource.ref}`;
  } else {
    host.admitRole(role.roleArn);
  }
}
