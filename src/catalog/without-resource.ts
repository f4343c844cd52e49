/**
 * Actions for which IAM knows no resource, so that a policy can only name `*`: those that actions and their helpers ask for.
 * Source: the "Resource types" column of AWS's Service Authorization Reference.
 */
export const WITHOUT_RESOURCE: ReadonlySet<string> = new Set([
  'autoscaling:DescribeAutoScalingGroups', 'autoscaling:DescribeLaunchConfigurations', 'autoscaling:DescribeScalingActivities',
  'cloudformation:ValidateTemplate',
  'codedeploy:ListDeploymentConfigs',
  'codepipeline:AcknowledgeJob', 'codepipeline:GetJobDetails', 'codepipeline:ListActionTypes', 'codepipeline:PutJobFailureResult',
  'codepipeline:PutJobSuccessResult',
  'devicefarm:ListProjects',
  'ec2:DescribeDhcpOptions', 'ec2:DescribeImages', 'ec2:DescribeInstances', 'ec2:DescribeKeyPairs', 'ec2:DescribeLaunchTemplates',
  'ec2:DescribeNetworkInterfaces', 'ec2:DescribeRouteTables', 'ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs',
  'ecr-public:GetAuthorizationToken', 'ecr:GetAuthorizationToken',
  'ecs:DescribeTaskDefinition',
  'elasticloadbalancing:DescribeInstanceHealth', 'elasticloadbalancing:DescribeLoadBalancers', 'elasticloadbalancing:DescribeTargetGroupAttributes',
  'elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth',
  'inspector-scan:ScanSbom',
  'organizations:ListDelegatedAdministrators',
  'ssm:CancelCommand', 'ssm:DescribeInstanceInformation', 'ssm:ListCommandInvocations',
  'sts:GetServiceBearerToken',
]);
