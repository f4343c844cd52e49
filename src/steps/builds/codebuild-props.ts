import { Duration } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Report } from './report';
import { IArtifactProducer, IStep } from '../step';

/** What a step that runs in CodeBuild reads and gives, and when it runs. */
export interface CodeBuildActionProps {
  /**
   * What it works on.
   * @default - the pipeline's first source
   */
  readonly input?: IArtifactProducer;
  /**
   * Further artifacts: each lies in the folder that `CODEBUILD_SRC_DIR_<artifact>` names. At most four.
   * @default - none
   */
  readonly additionalInputs?: IArtifactProducer[];
  /**
   * Environment variables. Plain text for what may be read by everyone; what may not comes from where it is kept:
   * `Secret.fromSecretsManager(secret, 'field')`, `Secret.fromSsmParameter(parameter)`.
   * A value may use variables of the pipeline (`step.variable('CommitId')`).
   * @default - none
   */
  readonly environmentVariables?: { [name: string]: codebuild.BuildEnvironmentVariable };
  /**
   * Steps of the same stage that must have ended before.
   * @default - only the artifacts decide
   */
  readonly after?: IStep[];
}

/** A build or a test in CodeBuild, in a project of its own. */
export interface CodeBuildProps extends CodeBuildActionProps {
  /**
   * What to run, in bash, one after another; the first that fails ends it.
   * @default - `buildspec` says
   */
  readonly commands?: string[];
  /**
   * What to run before: tools to install.
   * @default - nothing
   */
  readonly installCommands?: string[];
  /**
   * A whole buildspec, in place of commands.
   * @default - made of the commands
   */
  readonly buildspec?: codebuild.BuildSpec;
  /**
   * The folder that is the step's artifact, relative to the source. With a buildspec from a file, which
   * collects its artifacts itself, `.` says that there is one.
   * @default - no artifact
   */
  readonly output?: string;
  /**
   * Further artifacts: label → folder. Each is named `<step>_<label>`. At most five artifacts in all.
   * @default - none
   */
  readonly outputs?: { [label: string]: string };
  /**
   * Names of environment variables that become variables of the action (`step.variable('VERSION')`).
   * @default - none
   */
  readonly exportedVariables?: string[];
  /**
   * Test results and coverage to keep. At most five.
   * @default - none
   */
  readonly reports?: Report[];
  /**
   * Folders that the next build finds again, for example `node_modules/**`; kept in the artifact store.
   * @default - nothing is cached
   */
  readonly cachePaths?: string[];
  /**
   * The image: Linux, ARM or Lambda (which starts in seconds).
   * @default LinuxBuildImage.STANDARD_7_0
   */
  readonly image?: codebuild.IBuildImage;
  /**
   * The size of the machine.
   * @default - the image's smallest
   */
  readonly computeType?: codebuild.ComputeType;
  /**
   * Lets the build use Docker: it then has the machine's root.
   * @default false
   */
  readonly privileged?: boolean;
  /**
   * The longest that a build may take: 5 minutes to 36 hours.
   * @default Duration.minutes(30)
   */
  readonly timeout?: Duration;
  /**
   * A network to build in.
   * @default - none of yours
   */
  readonly vpc?: ec2.IVpc;
  /**
   * The subnets, when there is a network.
   * @default - the private ones
   */
  readonly subnets?: ec2.SubnetSelection;
  /**
   * The security groups, when there is a network.
   * @default - a new one that lets the build reach everything and nothing reach the build
   */
  readonly securityGroups?: ec2.ISecurityGroup[];
  /**
   * What the build may do in AWS, beside its artifacts and logs.
   * @default - nothing
   */
  readonly permissions?: iam.PolicyStatement[];
}

/** A build or a test in a CodeBuild project that exists. */
export interface CodeBuildProjectProps extends CodeBuildActionProps {
  /** The project. It must take its source from CodePipeline. */
  readonly project: codebuild.IProject;
  /**
   * Whether the project gives an artifact.
   * @default false
   */
  readonly hasOutput?: boolean;
  /**
   * Labels of further artifacts, each named `<step>_<label>`: the identifiers of the buildspec's secondary artifacts.
   * @default - none
   */
  readonly outputLabels?: string[];
  /**
   * Runs a batch of builds.
   * @default false
   */
  readonly batch?: boolean;
  /**
   * Puts the artifacts of a batch into one.
   * @default false
   */
  readonly combineArtifacts?: boolean;
}
