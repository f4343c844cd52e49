/** The statements that name no resource, each with its reason: all that is allowed on `*`. */

import { covers } from './arn';

/** Actions for which AWS knows no resource need none here: the proof asks AWS's own list. These know one, and are allowed on all. */
export const EVERYWHERE: Readonly<Record<string, string>> = {
  'ecr:DescribeRepositories': 'reference §2, ECRBuildAndPublish: AWS\'s policy for the action names all repositories',
  'ecr-public:DescribeRepositories': 'reference §2, ECRBuildAndPublish, public: the same',
  'ecs:RegisterTaskDefinition': 'reference §2, ECS and CodeDeployToECS: the artifact names the family of the task definition',
  'ec2:CreateNetworkInterface': 'reference §2, EKS: AWS\'s policy names no network interface, which is new; the same for Commands and builds in a network',
  'ec2:CreateNetworkInterfacePermission': 'reference §2, EKS: the same',
  'ec2:DeleteNetworkInterface': 'reference §2, EKS: the same',
};

/** Managed policies that the programs of examples name, not this library. */
export const OF_EXAMPLES: readonly string[] = ['service-role/AWSLambdaBasicExecutionRole', 'service-role/AWSCodeDeployRole', 'service-role/AWSCodeDeployRoleForLambda'];

export const isWildcard = (action: string) => /[*?]/.test(action);

/** Whether a resource names everything, or everything of a service. */
export const namesEverything = (resource: string) => resource === '*' || covers(resource, 'arn:aws:service:region:account:anything');
