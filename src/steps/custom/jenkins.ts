import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { CustomActionType } from './custom-action-type';
import { refuse } from '../../refuse';
import { IArtifactProducer, IStep, Step } from '../step';

/** A Jenkins server. */
export interface JenkinsProps {
  /** The address of the server: `https://jenkins.acme.com`. */
  readonly serverUrl: string;
  /** The provider, as the plugin "AWS CodePipeline" on the server names it: 1 to 35 letters, digits and `- _`. */
  readonly providerName: string;
  /**
   * The version, as the plugin has it: 1 to 9 letters, digits and `- _`.
   * @default '1'
   */
  readonly version?: string;
}

/** A project on a Jenkins server. */
export interface JenkinsStepProps {
  /** The name of the project on the server: 1 to 20 letters, digits and `- _`. */
  readonly project: string;
  /**
   * What it works on: at most five.
   * @default - the pipeline's first source
   */
  readonly inputs?: IArtifactProducer[];
  /**
   * Whether the project gives an artifact.
   * @default false
   */
  readonly hasOutput?: boolean;
  /**
   * Labels of further artifacts, each named `<step>_<label>`. At most five artifacts in all.
   * @default - none
   */
  readonly outputLabels?: string[];
  /**
   * Steps of the same stage that must have ended before.
   * @default - only the artifacts decide
   */
  readonly after?: IStep[];
}

const { BUILD, TEST } = codepipeline.ActionCategory;

/** A Jenkins server that builds and tests for pipelines of its account and region. Its plugin asks for the jobs. */
export class Jenkins extends Construct {
  private readonly types = new Map<codepipeline.ActionCategory, CustomActionType>();

  constructor(scope: Construct, id: string, private readonly props: JenkinsProps) {
    super(scope, id);
    if (!/^https?:\/\/[^\s]+$/.test(props.serverUrl)) refuse(this, `"${props.serverUrl}" is not the address of a server.`, 'Give it whole: "https://jenkins.acme.com".');
  }

  /**
   * A build on the server.
   *
   * @param name the action's name, and the name of its artifact
   */
  buildStep(name: string, props: JenkinsStepProps): Step {
    return this.step(BUILD, name, props);
  }

  /**
   * A test on the server.
   *
   * @param name the action's name, and the name of its artifact
   */
  testStep(name: string, props: JenkinsStepProps): Step {
    return this.step(TEST, name, props);
  }

  /**
   * Lets the server ask for its builds and tests and answer them.
   *
   * @param server the role (or user) that the plugin has
   */
  grantWork(server: iam.IGrantable): iam.Grant {
    return this.type(BUILD).grantWork(server).combine(this.type(TEST).grantWork(server));
  }

  private step(category: codepipeline.ActionCategory, name: string, { project, ...props }: JenkinsStepProps): Step {
    return this.type(category).step(name, { ...props, configuration: { ProjectName: project } });
  }

  /** Registered when it is first asked for. */
  private type(category: codepipeline.ActionCategory): CustomActionType {
    const existing = this.types.get(category);
    if (existing) return existing;
    const job = `${this.props.serverUrl.replace(/\/$/, '')}/job/{Config:ProjectName}`;
    const type = new CustomActionType(this, category, {
      category,
      provider: this.props.providerName,
      version: this.props.version,
      properties: [{ name: 'ProjectName', required: true, key: true, queryable: true }],
      entityUrl: job,
      executionUrl: `${job}/{ExternalExecutionId}`,
    });
    this.types.set(category, type);
    return type;
  }
}
