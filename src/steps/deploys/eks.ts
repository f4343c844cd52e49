import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import { actionEnvironment, checkEnvironment } from '../action-environment';
import { keepLogs } from '../action-logs';
import { deployment, DeployProps } from './deploy-props';
import { EKS } from '../../catalog/compute-deploys';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { Step } from '../step';

/** A Helm chart to install or upgrade. */
export interface HelmRelease {
  /** The release's name. */
  readonly name: string;
  /** The path, in the artifact, of the chart's folder, or of its `.tgz`. */
  readonly chart: string;
  /**
   * Paths of files, in the chart's folder, with values that win over the chart's own.
   * @default - none
   */
  readonly valuesFiles?: string[];
}

/** A deployment to an EKS cluster: manifests with kubectl, or a chart with Helm. */
export interface EksProps extends DeployProps {
  /**
   * The cluster, of aws-eks or of aws-eks-v2. It needs an access entry for the action's role, with a policy or with
   * Kubernetes groups that may change what is deployed: without one the deployment is not admitted. The role that is made
   * here is known once it is deployed, below the path `/conveyor/<pipeline>/`; give a `role` to know it before.
   */
  readonly cluster: eks.IClusterRef;
  /**
   * Paths of manifests in the artifact: one of `manifests` and `helm` is required.
   * @default - none
   */
  readonly manifests?: string[];
  /**
   * A Helm chart in the artifact: one of `manifests` and `helm` is required.
   * @default - none
   */
  readonly helm?: HelmRelease;
  /**
   * The Kubernetes namespace.
   * @default - the cluster's default namespace
   */
  readonly namespace?: string;
  /**
   * The subnets that the cluster is reached from, of its own VPC.
   * @default - those of the cluster
   */
  readonly subnets?: ec2.ISubnet[];
  /**
   * The security groups that the cluster is reached with.
   * @default - those of the cluster
   */
  readonly securityGroups?: ec2.ISecurityGroup[];
  /**
   * The action's role, for which the cluster has an access entry. It trusts the pipeline's role, reads the pipeline's
   * artifacts, and may do what the guide asks for: `eks:DescribeCluster`, the network interfaces of EC2, its logs.
   * @default - a new one that may do just this
   */
  readonly role?: iam.IRole;
  /**
   * Variables that manifests and values files refer to, as in `$IMAGE_TAG`: at most 10, each of 1 to 2000 characters, names
   * of letters, digits and `_`. A value may be a pipeline's variable, or a secret: `Secret.fromSecretsManager(secret, 'field')`.
   * @default - none
   */
  readonly environmentVariables?: { [name: string]: codebuild.BuildEnvironmentVariable };
}

export function eksStep(stepName: string, props: EksProps): Step {
  const { manifests, helm } = props;
  if (!manifests?.length === !helm) {
    refuse(stepName, helm ? 'The deployment has both `manifests` and `helm`.' : 'The deployment has nothing to apply.', 'Give it `manifests`, or a chart with `helm`.');
  }
  for (const path of [...manifests ?? [], ...helm?.valuesFiles ?? []]) {
    if (!path || path.includes(',')) refuse(stepName, `The path "${path}" has a comma, which separates paths here, or is empty.`, 'Use another path.');
  }
  checkEnvironment(stepName, props.environmentVariables);
  return new ProviderStep({
    ...deployment(stepName, EKS, props),
    configure: (scope, context) => {
      keepLogs(context);
      return {
        configuration: {
          ClusterName: props.cluster.clusterRef.clusterName,
          ManifestFiles: list(manifests),
          HelmReleaseName: helm?.name,
          HelmChartLocation: helm?.chart,
          HelmValuesFiles: list(helm?.valuesFiles),
          Namespace: props.namespace,
          Subnets: list(props.subnets?.map(subnet => subnet.subnetId)),
          SecurityGroupIds: list(props.securityGroups?.map(group => group.securityGroupId)),
        },
        ...actionEnvironment(scope, context, props.environmentVariables),
        roleArn: props.role?.roleArn,
      };
    },
  });
}

function list(values: string[] | undefined): string | undefined {
  return values?.length ? values.join(',') : undefined;
}
