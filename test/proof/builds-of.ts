/** What the builds of CodeBuild projects must be able to call with the project's own role. Source: the CodeBuild guide, "Create a CodeBuild service role". */

import { partsOf } from './arn';
import { keyNeeds, Store } from './needed/artifacts';
import { secret } from './needed/builds';
import { at, calls, Need, Place, useKey } from './needed/need';
import { useConnection } from './needed/sources';
import type { ActionPlan, PipelinePlan, ResourcePlan } from '../../src/plan';

/** As a project has it, or an action. */
type Variable = Partial<Record<'Name' | 'name' | 'Type' | 'type' | 'Value' | 'value', string>>;

interface Project {
  readonly ServiceRole: string;
  readonly LogsConfig?: { readonly CloudWatchLogs?: { readonly GroupName?: string } };
  readonly Cache?: { readonly Type: string; readonly Location?: string };
  readonly Source: { readonly BuildSpec?: string };
  readonly Environment: {
    readonly EnvironmentVariables?: readonly Variable[];
    readonly Image: string;
    readonly RegistryCredential?: { readonly Credential: string };
  };
  readonly VpcConfig?: { readonly Subnets: readonly string[] };
}

/** @param actions the actions, or rules, that run the project */
export function buildNeeds(project: ResourcePlan, pipeline: PipelinePlan, actions: readonly Pick<ActionPlan, 'configuration' | 'inputs'>[], place: Place, store: Store): Need[] {
  const properties = project.properties as unknown as Project;
  const group = properties.LogsConfig?.CloudWatchLogs?.GroupName;
  const variables = [
    ...properties.Environment.EnvironmentVariables ?? [],
    ...actions.flatMap(action => JSON.parse(action.configuration.EnvironmentVariables ?? '[]') as Variable[]),
  ].map(({ Name, name, Type, type, Value, value }) => ({ name: Name ?? name, type: Type ?? type, value: (Value ?? value ?? '').replace(/#\{[^}]*\}/g, '*') }));
  return [
    ...(group
      ? calls('logs', 'CreateLogStream PutLogEvents', at(place, 'logs', `log-group:${group}:log-stream:*`))
      : [
        ...calls('logs', 'CreateLogGroup', at(place, 'logs', `log-group:/aws/codebuild/${project.name}`)),
        ...calls('logs', 'CreateLogStream PutLogEvents', at(place, 'logs', `log-group:/aws/codebuild/${project.name}:log-stream:*`)),
      ]),
    ...(properties.Cache?.Type === 'S3' ? cache(`${properties.Cache.Location}`, store) : []),
    ...variables.filter(({ type }) => type === 'SECRETS_MANAGER').flatMap(({ value }) => secret(value, place)),
    ...[properties.Environment.RegistryCredential].flatMap(registry => registry ? secret(registry.Credential, place) : []),
    ...variables.filter(({ type }) => type === 'PARAMETER_STORE')
      .flatMap(({ value }) => calls('ssm', 'GetParameters', at(place, 'ssm', `parameter/${value.replace(/^\//, '')}`))),
    // the guide of Systems Manager, "How AWS Systems Manager Parameter Store uses AWS KMS"
    ...useKey('Decrypt', place.said.keys?.parameters, 'ssm', place),
    ...reports(project, properties, place),
    ...image(properties.Environment.Image),
    ...(properties.VpcConfig ? network(properties.VpcConfig.Subnets, place) : []),
    ...actions.flatMap(action => action.inputs.flatMap(input => clone(input, pipeline, place))),
  ];
}

function cache(location: string, store: Store): Need[] {
  const objects = `arn:aws:s3:::${location}/*`;
  return [...calls('s3', 'GetObject PutObject', objects), ...[objects, store.bucketArn].flatMap(encrypted => keyNeeds(store, encrypted, true))];
}

/** The guide, "Working with report group permissions": CodeBuild names a group `<project>-<group>`. */
function reports(project: ResourcePlan, { Source }: Project, place: Place): Need[] {
  const declared = Source.BuildSpec?.startsWith('{') ? (JSON.parse(Source.BuildSpec) as { reports?: Record<string, { 'file-format'?: string }> }).reports ?? {} : {};
  return Object.entries(declared).flatMap(([name, report]) => {
    const coverage = ['CLOVERXML', 'COBERTURAXML', 'JACOCOXML', 'SIMPLECOV'].includes(report['file-format'] ?? '');
    return calls(
      'codebuild', `CreateReportGroup CreateReport UpdateReport ${coverage ? 'BatchPutCodeCoverages' : 'BatchPutTestCases'}`,
      at(place, 'codebuild', `report-group/${project.name}-${name}`),
    );
  });
}

function image(uri: string): Need[] {
  const [, account, region, name] = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.[^/]+\/([^:@]+)/.exec(uri) ?? [];
  return account ? [
    ...calls('ecr', 'GetAuthorizationToken', '*'),
    ...calls('ecr', 'BatchCheckLayerAvailability GetDownloadUrlForLayer BatchGetImage', `arn:aws:ecr:${region}:${account}:repository/${name}`),
  ] : [];
}

function network(subnets: readonly string[], place: Place): Need[] {
  return [
    ...calls('ec2', 'CreateNetworkInterface DescribeDhcpOptions DescribeNetworkInterfaces DeleteNetworkInterface DescribeSubnets DescribeSecurityGroups DescribeVpcs', '*'),
    ...subnets.flatMap(subnet => calls('ec2', 'CreateNetworkInterfacePermission', at(place, 'ec2', 'network-interface/*'), {
      'ec2:AuthorizedService': 'codebuild.amazonaws.com', 'ec2:Subnet': at(place, 'ec2', `subnet/${subnet}`),
    })),
  ];
}

/** An artifact that only says where the repository is: the build clones it. */
function clone(input: string, pipeline: PipelinePlan, place: Place): Need[] {
  const source = pipeline.stages.flatMap(stage => stage.actions).find(action => action.outputs.some(output => output.name === input));
  if (source?.configuration.OutputArtifactFormat !== 'CODEBUILD_CLONE_REF') return [];
  const { ConnectionArn, RepositoryName } = source.configuration;
  // the guide, "Troubleshooting": "Add CodeBuild GitClone permissions", for connections and for CodeCommit
  return ConnectionArn ? useConnection(ConnectionArn) : calls('codecommit', 'GitPull', at(place, 'codecommit', RepositoryName));
}

export const accountOf = (arn: string) => partsOf(arn).account;
