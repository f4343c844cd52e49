import { Stage } from 'aws-cdk-lib';
import { CdkDeployProps, CdkStageStep } from './cdk-app/stage';
import { AlexaProps, alexaStep } from './deploys/alexa';
import { AppConfigProps, appConfigStep } from './deploys/app-config';
import { ChangeSetExecutionProps, ChangeSetProps, CloudFormationProps, createChangeSet, deleteStack, DeleteStackProps, deployStack, executeChangeSet } from './deploys/cloudformation';
import { CodeDeployLambdaProps, codeDeployLambdaStep, CodeDeployProps, codeDeployStep } from './deploys/codedeploy';
import { Ec2Props, ec2Step } from './deploys/ec2';
import { EcsProps, ecsStep } from './deploys/ecs';
import { EcsBlueGreenProps, ecsBlueGreenStep } from './deploys/ecs-blue-green';
import { EksProps, eksStep } from './deploys/eks';
import { ElasticBeanstalkProps, elasticBeanstalkStep } from './deploys/elastic-beanstalk';
import { LambdaDeployProps, lambdaStep } from './deploys/lambda';
import { S3DeployProps, s3DeployStep } from './deploys/s3';
import { ServiceCatalogProps, serviceCatalogStep } from './deploys/service-catalog';
import { StackInstancesProps, stackInstancesStep } from './deploys/stack-instances';
import { StackSetProps, stackSetStep } from './deploys/stack-set';
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

  /**
   * Creates or updates a CloudFormation stack set, and its stacks in accounts and regions.
   *
   * @param name the action's name
   */
  static stackSet(name: string, props: StackSetProps): Step {
    return stackSetStep(name, props);
  }

  /**
   * Makes stacks of a CloudFormation stack set that exists, or brings outdated ones up to date.
   *
   * @param name the action's name
   */
  static stackInstances(name: string, props: StackInstancesProps): Step {
    return stackInstancesStep(name, props);
  }

  /**
   * Moves the alias of a Lambda function through CodeDeploy.
   *
   * @param name the action's name
   */
  static codeDeployLambda(name: string, props: CodeDeployLambdaProps): Step {
    return codeDeployLambdaStep(name, props);
  }

  /**
   * Deploys an Amazon ECS service blue/green, through CodeDeploy.
   *
   * @param name the action's name
   */
  static ecsBlueGreen(name: string, props: EcsBlueGreenProps): Step {
    return ecsBlueGreenStep(name, props);
  }

  /**
   * Deploys to an Amazon EKS cluster: manifests, or a Helm chart.
   *
   * @param name the action's name
   */
  static eks(name: string, props: EksProps): Step {
    return eksStep(name, props);
  }

  /**
   * Deploys to Linux machines that are known by a tag, without CodeDeploy.
   *
   * @param name the action's name
   */
  static ec2(name: string, props: Ec2Props): Step {
    return ec2Step(name, props);
  }

  /**
   * Makes a new version of a Lambda function, and moves an alias to it.
   *
   * @param name the action's name
   */
  static lambda(name: string, props: LambdaDeployProps): Step {
    return lambdaStep(name, props);
  }

  /**
   * Deploys to an AWS Elastic Beanstalk environment.
   *
   * @param name the action's name
   */
  static elasticBeanstalk(name: string, props: ElasticBeanstalkProps): Step {
    return elasticBeanstalkStep(name, props);
  }

  /**
   * Adds a version to an AWS Service Catalog product.
   *
   * @param name the action's name
   */
  static serviceCatalog(name: string, props: ServiceCatalogProps): Step {
    return serviceCatalogStep(name, props);
  }

  /**
   * Deploys a configuration through AWS AppConfig.
   *
   * @param name the action's name
   */
  static appConfig(name: string, props: AppConfigProps): Step {
    return appConfigStep(name, props);
  }

  /**
   * Deploys a skill for Alexa.
   *
   * @param name the action's name
   */
  static alexa(name: string, props: AlexaProps): Step {
    return alexaStep(name, props);
  }

  /**
   * Deploys the stacks of a stage of this CDK app, from the cloud assembly of `Build.synth`: in the order of their
   * dependencies, otherwise side by side, with the roles that bootstrapping left in their accounts, which must trust
   * the pipeline's account.
   *
   * @param stage the stage, complete: what is added to it later is not deployed
   */
  static cdk(stage: Stage, props: CdkDeployProps = {}): CdkStageStep {
    return new CdkStageStep(stage, props);
  }
}
