/**
 * AWS publishes no minimum for Elastic Beanstalk. This is what a deployment of a new version to an environment that exists
 * comes to, by its parts, each with the page of the Elastic Beanstalk guide that tells of it:
 *
 * - the artifact goes as a version into Beanstalk's own bucket of the region ("Managing application versions");
 * - the environment is updated to it, and its events are watched until it is ready ("Deploying applications");
 * - Beanstalk does that with the caller's permissions: it updates the stack of the environment, pauses its Auto Scaling
 *   group meanwhile, and looks at what runs ("Managing Elastic Beanstalk user policies", "Environment resources").
 */

import { at, calls, NeedsOf } from './need';

export const elasticBeanstalk: NeedsOf = ({ configuration: c }, place) => {
  const application = at(place, 'elasticbeanstalk', `application/${c.ApplicationName}`);
  const version = at(place, 'elasticbeanstalk', `applicationversion/${c.ApplicationName}/*`);
  const environment = at(place, 'elasticbeanstalk', `environment/${c.ApplicationName}/${c.EnvironmentName}`);
  const bucket = `arn:${place.partition}:s3:::elasticbeanstalk-${place.region}-${place.account}`;
  return [
    ...calls('elasticbeanstalk', 'CreateApplicationVersion', [application, version]),
    ...calls('elasticbeanstalk', 'DescribeApplicationVersions', version),
    ...calls('elasticbeanstalk', 'UpdateEnvironment DescribeEnvironments', environment),
    ...calls('elasticbeanstalk', 'DescribeEvents', [application, environment, version]),
    ...calls('s3', 'CreateBucket GetBucketLocation GetBucketPolicy ListBucket', bucket),
    ...calls('s3', 'PutObject PutObjectAcl GetObject GetObjectAcl GetObjectVersion', `${bucket}/*`),
    ...calls(
      'cloudformation', 'UpdateStack GetTemplate DescribeStacks DescribeStackEvents DescribeStackResource DescribeStackResources',
      at(place, 'cloudformation', 'stack/awseb-*/*'),
    ),
    ...calls(
      'autoscaling', 'SuspendProcesses ResumeProcesses PutNotificationConfiguration',
      at(place, 'autoscaling', 'autoScalingGroup:*:autoScalingGroupName/awseb-*'),
    ),
    ...calls('autoscaling', 'DescribeAutoScalingGroups DescribeLaunchConfigurations DescribeScalingActivities', '*'),
    ...calls('ec2', [
      'DescribeImages DescribeInstances DescribeKeyPairs DescribeLaunchTemplates',
      'DescribeSecurityGroups DescribeSubnets DescribeVpcs',
    ].join(' '), '*'),
    ...calls('elasticloadbalancing', 'DescribeInstanceHealth DescribeLoadBalancers DescribeTargetGroups DescribeTargetHealth', '*'),
  ];
};
