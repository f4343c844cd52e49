import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';

/** Where commands run, by ids. */
export interface Network {
  readonly vpcId: string;
  readonly subnets: string[];
  readonly securityGroups: string[];
}

/** The network of a build or of commands: in private subnets, with a group that lets them reach out and nothing reach in. */
export function networkOf(
  scope: Construct,
  props: { readonly vpc?: ec2.IVpc; readonly subnets?: ec2.SubnetSelection; readonly securityGroups?: ec2.ISecurityGroup[] },
): Network | undefined {
  const { vpc } = props;
  if (!vpc) return undefined;
  const groups = props.securityGroups
    ?? [new ec2.SecurityGroup(scope, 'SecurityGroup', { vpc, description: 'A build: it reaches out, nothing reaches in', allowAllOutbound: true })];
  return {
    vpcId: vpc.vpcId,
    subnets: vpc.selectSubnets(props.subnets ?? { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS }).subnetIds,
    securityGroups: groups.map(group => group.securityGroupId),
  };
}
