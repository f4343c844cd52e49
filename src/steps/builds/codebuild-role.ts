import { Aws } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as iam from 'aws-cdk-lib/aws-iam';
import { isCoverage, reportGroups } from './codebuild-buildspec';
import { CodeBuildProps } from './codebuild-props';
import { readParameters, readSecrets } from '../../catalog/grants';
import { Permission } from '../../catalog/provider';
import { ExplainedStatement } from '../explained-statement';
import { namedSecrets } from '../named-secrets';
import { Secret } from '../secret';
import { CLONE_PERMISSION } from '../source';
import { StepContext } from '../step-context';

/** why a build may read all parameters or secrets of a pattern */
const NAMED_LATE = 'A variable of the pipeline is a part of the name, which is known when an execution starts.';

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
  const allow = (actions: string[], resources: string[], why?: string) => statements.push(new ExplainedStatement(why, { actions, resources }));

  for (const input of context.inputs) {
    const permission = input.getMetadata(CLONE_PERMISSION) as Permission | undefined;
    if (permission) allow([...permission.actions], [...permission.resources]);
  }
  for (const [covers, put] of [[false, 'codebuild:BatchPutTestCases'], [true, 'codebuild:BatchPutCodeCoverages']] as const) {
    const groups = reportGroups(props.reports ?? []).filter(([, report]) => isCoverage(report) === covers);
    if (!groups.length) continue;
    allow(
      ['codebuild:CreateReportGroup', 'codebuild:CreateReport', 'codebuild:UpdateReport', put],
      groups.map(([group]) => arn('codebuild', `report-group/${projectName}-${group}`)),
    );
  }
  const credentials = image.secretsManagerCredentials;
  const named = namedSecrets([...Object.values(variables), ...(credentials ? [Secret.fromSecretsManager(credentials)] : [])], context);
  const reads = [...readParameters(context.region, named, NAMED_LATE), ...readSecrets(context.region, named, NAMED_LATE)];
  for (const { actions, resources, conditions, why } of reads) {
    statements.push(new ExplainedStatement(why, { actions: [...actions], resources: [...resources], conditions }));
  }
  if (image.repository) {
    allow(['ecr:GetAuthorizationToken'], ['*']);
    allow(['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'], [image.repository.repositoryArn]);
  }
  return statements;
}

/** What a build in a network needs. Source: the CodeBuild guide, "Create a policy for VPC access". */
export function networkPermissions(subnets: string[], context: StepContext): iam.PolicyStatement[] {
  const arn = (resource: string) => `arn:${Aws.PARTITION}:ec2:${context.region}:${context.account}:${resource}`;
  return [
    new ExplainedStatement('The network interfaces of a build are made when it runs; AWS\'s policy for them names no resource.', {
      actions: [
        'ec2:CreateNetworkInterface', 'ec2:DescribeDhcpOptions', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface',
        'ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups', 'ec2:DescribeVpcs',
      ],
      resources: ['*'],
    }),
    new ExplainedStatement('The network interfaces of a build are made when it runs; the conditions hold the grant to CodeBuild and these subnets.', {
      actions: ['ec2:CreateNetworkInterfacePermission'],
      resources: [arn('network-interface/*')],
      conditions: {
        StringEquals: { 'ec2:AuthorizedService': 'codebuild.amazonaws.com' },
        ArnEquals: { 'ec2:Subnet': subnets.map(subnet => arn(`subnet/${subnet}`)) },
      },
    }),
  ];
}
