/** Reference §2: what builds and tests call. */

import { at, calls, logs, NeedsOf, network, passRole, Place } from './need';

const codeBuild: NeedsOf = ({ configuration: c }, place) => [
  ...calls(
    'codebuild', c.BatchEnabled === 'true' ? 'StartBuildBatch BatchGetBuildBatches' : 'StartBuild BatchGetBuilds',
    at(place, 'codebuild', `project/${c.ProjectName}`),
  ),
  ...passRole('codebuild', [c.ServiceRoleArnOverride]),
];

export const BUILDS: Readonly<Record<string, NeedsOf>> = {
  'Build/AWS/CodeBuild': codeBuild,
  'Test/AWS/CodeBuild': codeBuild,
  'Build/AWS/ECRBuildAndPublish': ({ configuration: c }, place) => {
    const layers = 'InitiateLayerUpload UploadLayerPart CompleteLayerUpload PutImage BatchCheckLayerAvailability';
    if (c.RegistryType !== 'public') {
      return [
        ...calls('ecr', 'GetAuthorizationToken DescribeRepositories', '*'),
        ...calls('ecr', `${layers} GetDownloadUrlForLayer`, at(place, 'ecr', `repository/${c.ECRRepositoryName}`)),
        ...logs(place),
      ];
    }
    return [
      ...calls('ecr-public', 'GetAuthorizationToken DescribeRepositories', '*'),
      ...calls('sts', 'GetServiceBearerToken', '*'),
      ...calls('ecr-public', layers, `arn:${place.partition}:ecr-public::${place.account}:repository/${c.ECRRepositoryName}`),
      ...logs(place),
    ];
  },
  'Compute/AWS/Commands': ({ configuration: c, environmentVariables = [] }, place) => [
    ...logs(place),
    ...environmentVariables.filter(({ type }) => type === 'SECRETS_MANAGER').flatMap(({ value }) => secret(value, place)),
    ...(c.VpcId ? network() : []),
  ],
  'Test/AWS/DeviceFarm': ({ configuration: c }, place) => {
    const project = at(place, 'devicefarm', `project:${c.ProjectId}`);
    const of = (kind: string) => at(place, 'devicefarm', `${kind}:${c.ProjectId}/*`);
    return [
      ...calls('devicefarm', 'ListProjects', '*'),
      ...calls('devicefarm', 'ListDevicePools CreateUpload ScheduleRun', project),
      ...calls('devicefarm', 'ScheduleRun', [`${c.DevicePoolArn}`, of('upload')]),
      ...calls('devicefarm', 'GetUpload', of('upload')),
      ...calls('devicefarm', 'GetRun', of('run')),
    ];
  },
};

/** `name:json-key:stage:version`, or an ARN with the same behind it; six characters follow a name. */
export function secret(value: string, place: Place) {
  const arn = value.startsWith('arn:') ? value.split(':').slice(0, 7).join(':') : at(place, 'secretsmanager', `secret:${value.split(':')[0]}-??????`);
  return calls('secretsmanager', 'GetSecretValue', /-([A-Za-z0-9]{6}|\?{6})$/.test(arn) ? arn : `${arn}-??????`);
}
