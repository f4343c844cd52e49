import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import { Construct } from 'constructs';
import { buildspecOf } from './codebuild-buildspec';
import { CodeBuildProps } from './codebuild-props';
import { buildPermissions, networkPermissions } from './codebuild-role';
import { artifactPrefix } from '../../catalog/artifact-access';
import { distinctName } from '../../catalog/names';
import { refuse } from '../../refuse';
import { networkOf } from '../network';
import { StepContext } from '../step-context';

type Variables = Readonly<Record<string, codebuild.BuildEnvironmentVariable>>;

/** The project of a build step, small and private by default; the resource itself, because a pipeline has many. */
export class BuildProject extends Construct {
  readonly projectName: string;
  readonly projectArn: string;

  constructor(scope: Construct, stepName: string, props: CodeBuildProps, context: StepContext, environmentVariables: Variables) {
    super(scope, 'Project');
    const { host } = context;
    const name = distinctName(`${host.pipelineName}-${context.stageName}-${context.actionName}`, /[^A-Za-z0-9\-_]/g, 150);
    const image = props.image ?? codebuild.LinuxBuildImage.STANDARD_7_0;
    const minutes = props.timeout?.toMinutes() ?? 30;
    if (minutes < 5 || minutes > 2160) refuse(this, `A build may take at most ${minutes} minutes.`, 'CodeBuild takes a timeout of 5 to 2160 minutes (36 hours).');
    checkImage(this, image, props);
    const network = networkOf(this, props);
    const statements = [
      ...buildPermissions(name, props, props.environmentVariables ?? {}, image, context),
      ...(network ? networkPermissions(network.subnets, context) : []),
      ...(props.permissions ?? []),
    ];

    const writes = props.output !== undefined || Object.keys(props.outputs ?? {}).length > 0 || Boolean(props.cachePaths?.length);
    const project = new codebuild.CfnProject(this, 'Resource', {
      name,
      serviceRole: host.buildRole(statements, writes),
      source: { type: 'CODEPIPELINE', buildSpec: buildspecOf(this, stepName, props) },
      artifacts: { type: 'CODEPIPELINE' },
      encryptionKey: host.artifactBucket.encryptionKey?.keyArn,
      environment: {
        type: image.type,
        image: image.imageId,
        computeType: props.computeType ?? image.defaultComputeType,
        privilegedMode: props.privileged ?? false,
        imagePullCredentialsType: image.imagePullPrincipalType,
        registryCredential: image.secretsManagerCredentials && {
          credentialProvider: 'SECRETS_MANAGER', credential: image.secretsManagerCredentials.secretArn,
        },
        environmentVariables: renderVariables(environmentVariables),
      },
      logsConfig: { cloudWatchLogs: { status: 'ENABLED', groupName: host.logGroup(), streamName: `${context.stageName}/${context.actionName}` } },
      cache: props.cachePaths?.length
        ? { type: 'S3', location: `${host.artifactBucket.bucketName}/${artifactPrefix(host.pipelineName)}/cache` }
        : { type: 'NO_CACHE' },
      // CodeBuild on Lambda has no timeout of the project's
      timeoutInMinutes: image.type.includes('LAMBDA') ? undefined : minutes,
      vpcConfig: network && { vpcId: network.vpcId, subnets: network.subnets, securityGroupIds: network.securityGroups },
    });
    this.projectName = project.ref;
    this.projectArn = project.attrArn;
  }
}

function checkImage(scope: Construct, image: codebuild.IBuildImage, props: CodeBuildProps) {
  const lambda = image.type.includes('LAMBDA');
  const errors = [
    ...image.validate({ privileged: props.privileged, computeType: props.computeType }),
    ...(lambda && props.timeout ? ['Lambda compute has no timeout of the project\'s'] : []),
    ...(lambda && props.cachePaths?.length ? ['Lambda compute has no cache'] : []),
  ];
  if (errors.length) refuse(scope, `The image does not go with the other settings: ${errors.join('; ')}.`, 'Take the setting away, or take another image.');
}

function renderVariables(variables: Variables) {
  const given = Object.entries(variables);
  return given.length
    ? given.map(([name, { type, value }]) => ({ name, type: type ?? codebuild.BuildEnvironmentVariableType.PLAINTEXT, value: String(value) }))
    : undefined;
}
