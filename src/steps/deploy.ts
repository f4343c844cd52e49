import { ChangeSetExecutionProps, ChangeSetProps, CloudFormationProps, createChangeSet, deleteStack, DeleteStackProps, deployStack, executeChangeSet } from './deploy-cloudformation';
import { CodeDeployProps, codeDeployStep } from './deploy-codedeploy';
import { EcsProps, ecsStep } from './deploy-ecs';
import { S3DeployProps, s3DeployStep } from './deploy-s3';
import { Step } from './step';

/** What brings a change to where it is used. A deployment reads what was built last unless told otherwise. */
export class Deploy {
  /**
   * Creates or updates a CloudFormation stack, directly.
   *
   * @param name the action's name
   */
  static cloudFormation(name: string, props: CloudFormationProps): Step {
    return deployStack(name, props);
  }

  /**
   * Makes a change set of a CloudFormation stack and leaves it to be looked at; `executeChangeSet` carries it out.
   *
   * @param name the action's name
   */
  static createChangeSet(name: string, props: ChangeSetProps): Step {
    return createChangeSet(name, props);
  }

  /**
   * Carries a change set out.
   *
   * @param name the action's name
   */
  static executeChangeSet(name: string, props: ChangeSetExecutionProps): Step {
    return executeChangeSet(name, props);
  }

  /**
   * Deletes a CloudFormation stack.
   *
   * @param name the action's name
   */
  static deleteStack(name: string, props: DeleteStackProps): Step {
    return deleteStack(name, props);
  }

  /**
   * Puts an artifact into a bucket, as files or as one object.
   *
   * @param name the action's name
   */
  static s3(name: string, props: S3DeployProps): Step {
    return s3DeployStep(name, props);
  }

  /**
   * Deploys to servers through CodeDeploy: EC2 instances or machines on premises.
   *
   * @param name the action's name
   */
  static codeDeploy(name: string, props: CodeDeployProps): Step {
    return codeDeployStep(name, props);
  }

  /**
   * Rolls an Amazon ECS service over to the images of `imagedefinitions.json`.
   *
   * @param name the action's name
   */
  static ecs(name: string, props: EcsProps): Step {
    return ecsStep(name, props);
  }
}
