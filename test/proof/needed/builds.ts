/** Reference §2: what builds and tests call. */

import { at, calls, Declared, logs, Need, NeedsOf, network, passRole, Place, useKey } from './need';

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
  'Compute/AWS/Commands': (declared, place) => [
    ...logs(place),
    ...secretsOf(declared, place),
    ...(declared.configuration.VpcId ? network() : []),
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

/** The secrets of an action's own environment. */
export function secretsOf({ environmentVariables = [] }: Declared, place: Place): Need[] {
  return environmentVariables.filter(({ type }) => type === 'SECRETS_MANAGER').flatMap(({ value }) => secret(value, place));
}

/** `name:json-key:stage:version`, or an ARN with the same behind it; six characters follow a name. */
export function secret(value: string, place: Place): Need[] {
  const arn = value.startsWith('arn:') ? value.split(':').slice(0, 7).join(':') : at(place, 'secretsmanager', `secret:${value.split(':')[0]}-??????`);
  const whole = /-([A-Za-z0-9]{6}|\?{6})$/.test(arn) || place.resources.find('AWS::SecretsManager::Secret', arn);
  return [
    ...calls('secretsmanager', 'GetSecretValue', whole ? arn : `${arn}-??????`),
    // the guide of Secrets Manager, "Secret encryption and decryption"
    ...useKey('Decrypt', place.said.keys?.secrets, 'secretsmanager', place),
  ];
}
