/** Reference §2: what deployments call, beside those through CloudFormation. */

import { secretsOf } from './builds';
import { at, calls, logs, NeedsOf, network, passRole, useKey } from './need';

const TASKS = ['ecs', 'ecs-tasks'];

export const DEPLOYS: Readonly<Record<string, NeedsOf>> = {
  'Deploy/AWS/S3': ({ configuration: c }, place) => {
    const bucket = `arn:${place.partition}:s3:::${c.BucketName}`;
    return [
      ...calls('s3', `PutObject ${c.CannedACL ? 'PutObjectAcl PutObjectVersionAcl' : ''}`, `${bucket}/*`),
      ...calls('s3', 'GetBucketVersioning GetBucketAcl GetBucketLocation', bucket),
      // S3 uploads large files in parts, which it decrypts to put them together: the guide of Amazon S3, "Multipart upload and permissions"
      ...useKey('Decrypt GenerateDataKey', c.KMSEncryptionKeyARN ?? place.said.keys?.target, 's3', place),
    ];
  },
  'Deploy/AWS/CodeDeploy': ({ configuration: c }, place) => [
    ...calls(
      'codedeploy', 'CreateDeployment GetDeployment ListDeployments GetDeploymentGroup',
      at(place, 'codedeploy', `deploymentgroup:${c.ApplicationName}/${c.DeploymentGroupName}`),
    ),
    ...calls('codedeploy', 'GetApplication RegisterApplicationRevision ListDeploymentGroups', at(place, 'codedeploy', `application:${c.ApplicationName}`)),
    ...calls('codedeploy', 'GetDeploymentConfig', at(place, 'codedeploy', `deploymentconfig:${place.said.deploymentConfig ?? '*'}`)),
    ...calls('codedeploy', 'ListDeploymentConfigs', '*'),
  ],
  'Deploy/AWS/CodeDeployToECS': ({ configuration: c }, place) => [
    ...calls('codedeploy', 'CreateDeployment GetDeployment', at(place, 'codedeploy', `deploymentgroup:${c.ApplicationName}/${c.DeploymentGroupName}`)),
    ...calls('codedeploy', 'GetApplication GetApplicationRevision RegisterApplicationRevision', at(place, 'codedeploy', `application:${c.ApplicationName}`)),
    ...calls('codedeploy', 'GetDeploymentConfig', at(place, 'codedeploy', `deploymentconfig:${place.said.deploymentConfig ?? '*'}`)),
    ...calls('ecs', 'RegisterTaskDefinition', '*'),
    ...passRole(TASKS, place.said.taskRoles ?? []),
  ],
  'Deploy/AWS/ECS': ({ configuration: c }, place) => [
    ...calls('ecs', 'DescribeTaskDefinition RegisterTaskDefinition', '*'),
    ...calls('ecs', 'DescribeServices UpdateService', at(place, 'ecs', `service/${c.ClusterName}/${c.ServiceName}`)),
    ...calls('ecs', 'TagResource', at(place, 'ecs', 'task-definition/*:*'), { 'ecs:CreateAction': 'RegisterTaskDefinition' }),
    ...passRole(TASKS, place.said.taskRoles ?? []),
  ],
  'Deploy/AWS/EKS': (declared, place) => [
    ...calls('eks', 'DescribeCluster', at(place, 'eks', `cluster/${declared.configuration.ClusterName}`)), ...network(), ...logs(place),
    // the API reference, EnvironmentVariable: what has the type SECRETS_MANAGER is fetched with the action's role
    ...secretsOf(declared, place),
  ],
  'Deploy/AWS/EC2': ({ configuration: c }, place) => [
    ...calls('ec2', 'DescribeInstances', '*'),
    ...calls('elasticloadbalancing', 'DescribeTargetGroupAttributes DescribeTargetGroups DescribeTargetHealth', '*'),
    ...calls('ssm', 'CancelCommand DescribeInstanceInformation ListCommandInvocations', '*'),
    ...(c.TargetGroupNameList ? calls('elasticloadbalancing', 'DeregisterTargets RegisterTargets', place.said.targetGroups ?? []) : []),
    // the guide of Systems Manager, "Run commands": machines that are no instances have ARNs of its own
    ...calls('ssm', 'SendCommand', [at(place, 'ec2', 'instance/*'), ...(c.InstanceType === 'SSM_MANAGED_NODE' ? [at(place, 'ssm', 'managed-instance/*')] : [])], {
      [`aws:ResourceTag/${c.InstanceTagKey}`]: c.InstanceTagValue ?? '*',
    }),
    ...calls('ssm', 'SendCommand', `arn:${place.partition}:ssm:${place.region}::document/AWS-RunShellScript`),
    ...logs(place),
  ],
  'Deploy/AWS/Lambda': ({ configuration: c }, place) => {
    const target = at(place, 'lambda', `function:${c.FunctionName}`);
    return [
      ...calls('lambda', 'GetAlias GetFunctionConfiguration PublishVersion UpdateAlias UpdateFunctionCode', target),
      ...calls('lambda', 'GetProvisionedConcurrencyConfig', `${target}:*`),
      ...(c.Alarms ? calls('cloudwatch', 'DescribeAlarms', c.Alarms.split(',').map(name => at(place, 'cloudwatch', `alarm:${name}`))) : []),
      ...logs(place),
    ];
  },
  'Deploy/AWS/ServiceCatalog': ({ configuration: c }, place) => [
    ...calls(
      'servicecatalog', 'ListProvisioningArtifacts CreateProvisioningArtifact DescribeProvisioningArtifact DeleteProvisioningArtifact UpdateProduct',
      at(place, 'catalog', `product/${c.ProductId}`),
    ),
    ...calls('cloudformation', 'ValidateTemplate', '*'),
  ],
  // the Service Authorization Reference says which of the guide's resources each call takes
  'Deploy/AWS/AppConfig': ({ configuration: c }, place) => {
    const application = at(place, 'appconfig', `application/${c.Application}`);
    const environment = `${application}/environment/${c.Environment}`;
    return [
      ...calls('appconfig', 'StartDeployment', [
        application, environment, `${application}/configurationprofile/${c.ConfigurationProfile}`,
        at(place, 'appconfig', `deploymentstrategy/${c.DeploymentStrategy ?? '*'}`),
      ]),
      ...calls('appconfig', 'GetDeployment StopDeployment', [application, environment, `${environment}/deployment/*`]),
    ];
  },
  'Deploy/ThirdParty/AlexaSkillsKit': () => [],
};
