import { Duration } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { deployment, DeployProps } from './deploy-props';
import { ECS } from '../../catalog/deploys';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { Step } from '../step';

/** A rolling deployment of an ECS service. */
export interface EcsProps extends DeployProps {
  /** The service. One in another account needs a name of its own, and so does its cluster. */
  readonly service: ecs.IBaseService;
  /**
   * The roles that the service's tasks run with: the deployment may pass these on, and no other.
   * @default - those of the service's task definition; required for an imported service
   */
  readonly taskRoles?: iam.IRole[];
  /**
   * The file in the artifact that says which image each container gets.
   * @default 'imagedefinitions.json'
   */
  readonly imageFile?: string;
  /**
   * How long the service may take to become steady: whole minutes, at most 60.
   * @default Duration.minutes(60)
   */
  readonly deploymentTimeout?: Duration;
}

export function ecsStep(stepName: string, props: EcsProps): Step {
  const minutes = props.deploymentTimeout?.toMinutes();
  if (minutes !== undefined && (minutes < 1 || minutes > 60)) refuse(stepName, `The deployment's timeout is ${minutes} minutes.`, 'CodePipeline takes 1 to 60.');
  const roles = props.taskRoles ?? rolesOf(props.service);
  if (!roles.length) {
    refuse(stepName, 'The roles of the service\'s tasks are not known, and the deployment must pass them on.', 'Give `taskRoles`: the task role and the execution role.');
  }
  return new ProviderStep({
    ...deployment(stepName, ECS, props),
    configure: () => ({
      configuration: {
        ClusterName: props.service.cluster.clusterName,
        ServiceName: props.service.serviceName,
        FileName: props.imageFile,
        DeploymentTimeout: minutes?.toString(),
      },
      arns: { taskRoles: roles.map(role => role.roleArn) },
    }),
  });
}

function rolesOf(service: ecs.IBaseService): iam.IRole[] {
  // asked for by what it has, not by its class, whose module takes longer to load than a small pipeline takes to make
  const definition = (service as Partial<ecs.BaseService>).taskDefinition;
  return definition ? [definition.taskRole, ...(definition.executionRole ? [definition.executionRole] : [])] : [];
}
