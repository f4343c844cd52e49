import { Aws, Token } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as iam from 'aws-cdk-lib/aws-iam';
import { reportGroups } from './codebuild-buildspec';
import { CodeBuildProps } from './codebuild-props';
import { CLONE_PERMISSION } from './source';
import { StepContext } from './step-context';
import { Permission } from '../catalog/provider';

/** `#{Namespace.Name}`, where the namespace may be known only later. */
const PIPELINE_VARIABLE = /#\{(?:\$\{Token\[[^\]]*\]\}|[^}])*\}/g;

/** What a build needs beyond artifacts and logs: source, reports, parameters, secrets, its image. */
export function buildPermissions(
  projectName: string,
  props: CodeBuildProps,
  variables: Readonly<Record<string, codebuild.BuildEnvironmentVariable>>,
  image: codebuild.IBuildImage,
  context: StepContext,
): iam.PolicyStatement[] {
  const arn = (service: string, resource: string) => `arn:${Aws.PARTITION}:${service}:${context.region}:${context.account}:${resource}`;
  const statements: iam.PolicyStatement[] = [];
  const allow = (actions: string[], resources: string[]) => statements.push(new iam.PolicyStatement({ actions, resources }));

  for (const input of context.inputs) {
    const permission = input.getMetadata(CLONE_PERMISSION) as Permission | undefined;
    if (permission) allow([...permission.actions], [...permission.resources]);
  }
  if (props.reports?.length) {
    allow(
      ['codebuild:CreateReportGroup', 'codebuild:CreateReport', 'codebuild:UpdateReport', 'codebuild:BatchPutTestCases', 'codebuild:BatchPutCodeCoverages'],
      reportGroups(props.reports).map(([group]) => arn('codebuild', `report-group/${projectName}-${group}`)),
    );
  }
  const named = (type: codebuild.BuildEnvironmentVariableType) =>
    Object.values(variables).filter(variable => variable.type === type).map(variable => String(variable.value).replace(PIPELINE_VARIABLE, '*'));
  const parameters = named(codebuild.BuildEnvironmentVariableType.PARAMETER_STORE);
  if (parameters.length) allow(['ssm:GetParameters'], parameters.map(name => arn('ssm', `parameter/${name.replace(/^\//, '')}`)));
  const secrets = named(codebuild.BuildEnvironmentVariableType.SECRETS_MANAGER);
  if (secrets.length) allow(['secretsmanager:GetSecretValue'], secrets.map(secret => secretArn(secret, arn)));
  if (image.repository) {
    allow(['ecr:GetAuthorizationToken'], ['*']);
    allow(['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'], [image.repository.repositoryArn]);
  }
  if (image.secretsManagerCredentials) allow(['secretsmanager:GetSecretValue'], [image.secretsManagerCredentials.secretArn]);
  return statements;
}

/** What a build in a network needs. Source: the CodeBuild guide, "Create a policy for VPC access". */
export function networkPermissions(subnets: string[], context: StepContext): iam.PolicyStatement[] {
  const arn = (resource: string) => `arn:${Aws.PARTITION}:ec2:${context.region}:${context.account}:${resource}`;
  return [
    new iam.PolicyStatement({
      actions: [
        'ec2:CreateNetworkInterface', 'ec2:DescribeDhcpOptions', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface',
        'ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups', 'ec2:DescribeVpcs',
      ],
      resources: ['*'],
    }),
    new iam.PolicyStatement({
      actions: ['ec2:CreateNetworkInterfacePermission'],
      resources: [arn('network-interface/*')],
      conditions: {
        StringEquals: { 'ec2:AuthorizedService': 'codebuild.amazonaws.com' },
        ArnEquals: { 'ec2:Subnet': subnets.map(subnet => arn(`subnet/${subnet}`)) },
      },
    }),
  ];
}

/** A variable names a secret by ARN or by name, perhaps with `:key:stage:version` behind; six characters follow a name in the ARN. */
export function secretArn(value: string, arn: (service: string, resource: string) => string): string {
  // made in this app: what comes before the first colon is its whole ARN
  if (Token.isUnresolved(value.split(':')[0])) return value.split(':')[0];
  if (!value.startsWith('arn:')) return arn('secretsmanager', `secret:${value.split(':')[0]}-??????`);
  const name = value.split(':').slice(0, 7).join(':');
  return /-[A-Za-z0-9]{6}$/.test(name) ? name : `${name}-??????`;
}
