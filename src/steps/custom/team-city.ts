import { Token } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { CustomActionType } from './custom-action-type';
import { stepOf } from './custom-step';
import { TEAM_CITY } from '../../catalog/builds';
import { Provider } from '../../catalog/provider';
import { refuse } from '../../refuse';
import { IArtifactProducer, IStep, Step } from '../step';

/** A TeamCity server. */
export interface TeamCityProps {
  /** The address of the server: `https://teamcity.acme.com`. */
  readonly serverUrl: string;
  /**
   * The version of the action type: 1 to 9 letters, digits and `- _`. The plugin finds it by itself. A type that was deleted
   * cannot be registered with the same version again.
   * @default '1'
   */
  readonly version?: string;
}

/** A build configuration on a TeamCity server. */
export interface TeamCityStepProps {
  /** The ID of the build configuration, as its settings on the server show it: letters, digits and `_`, a letter first. */
  readonly buildConfiguration: string;
  /**
   * What the build configuration's trigger "AWS CodePipeline Action" asks for: its field ActionID has the same.
   * 1 to 20 letters, digits and `- _`, for no other action of the account and region.
   * @default - the step's name
   */
  readonly actionId?: string;
  /**
   * What it works on: at most five.
   * @default - the pipeline's first source
   */
  readonly inputs?: IArtifactProducer[];
  /**
   * Whether the build gives an artifact: the plugin looks for `<step>.zip` in the folder that the parameter
   * `codepipeline.artifact.output.folder` of the build names.
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

/**
 * A TeamCity server that builds and tests for pipelines of its account and region. Its plugin "AWS CodePipeline" asks for the jobs.
 *
 * The plugin knows the action type by its name, so an account has one in a region: share this between pipelines and stacks.
 */
export class TeamCity extends Construct {
  private readonly row: Provider;
  private readonly type: CustomActionType;
  private readonly serverUrl: string;
  private readonly actionIds = new Set<string>();

  constructor(scope: Construct, id: string, props: TeamCityProps) {
    super(scope, id);
    if (!Token.isUnresolved(props.serverUrl) && !/^https?:\/\/[^\s]+$/.test(props.serverUrl)) {
      refuse(this, `"${props.serverUrl}" is not the address of a server.`, 'Give it whole: "https://teamcity.acme.com".');
    }
    this.serverUrl = props.serverUrl.replace(/\/$/, '');
    this.row = { ...TEAM_CITY, version: props.version ?? TEAM_CITY.version };
    const { inputs, outputs, provider, version, configuration } = this.row;
    this.type = new CustomActionType(this, 'Type', {
      category: codepipeline.ActionCategory.BUILD,
      provider,
      version,
      artifactBounds: { minInputs: inputs.min, maxInputs: inputs.max, minOutputs: outputs.min, maxOutputs: outputs.max },
      properties: Object.entries(configuration).map(([name, { required = false }]) => ({ name, required, key: true, queryable: name === 'ActionID', type: 'String' })),
      entityUrl: '{Config:TeamCityServerURL}/viewType.html?buildTypeId={Config:BuildConfigurationID}',
      executionUrl: '{Config:TeamCityServerURL}/viewLog.html?buildId={ExternalExecutionId}&tab=buildResultsDiv',
    });
  }

  /**
   * A build on the server. One that tests is a build too, among the `tests` of a pipeline: the plugin asks for nothing else.
   *
   * @param name the action's name, and the name of its artifact
   */
  buildStep(name: string, { buildConfiguration, actionId = name, ...props }: TeamCityStepProps): Step {
    if (!Token.isUnresolved(buildConfiguration) && !/^[A-Za-z][A-Za-z0-9_]*$/.test(buildConfiguration)) {
      refuse(name, `"${buildConfiguration}" is not the ID of a build configuration.`, 'Take the one that its settings on the server show, not its name: "Shop_Firmware".');
    }
    if (!Token.isUnresolved(actionId)) this.claim(name, actionId);
    return stepOf(name, this.row, {
      ...props, configuration: { TeamCityServerURL: this.serverUrl, BuildConfigurationID: buildConfiguration, ActionID: actionId },
    }, this.type);
  }

  /**
   * Lets the server and its agents find the type, ask for its jobs and answer them.
   *
   * @param server the role (or user) that the plugin has
   */
  grantWork(server: iam.IGrantable): iam.Grant {
    // the plugin asks which version is registered before it asks for jobs
    const find = iam.Grant.addToPrincipal({ grantee: server, actions: ['codepipeline:ListActionTypes'], resourceArns: ['*'] });
    return this.type.grantWork(server).combine(find);
  }

  private claim(name: string, actionId: string) {
    if (!/^[A-Za-z0-9_-]{1,20}$/.test(actionId)) {
      refuse(name, `"${actionId}" is not allowed as the ActionID that TeamCity asks for.`, 'Give the step an `actionId` of 1 to 20 letters, digits and - _, and the trigger the same.');
    }
    if (this.actionIds.has(actionId)) {
      refuse(name, `The ActionID "${actionId}" is that of another step.`, 'TeamCity asks for jobs by it: give the step an `actionId` of its own, and its trigger the same.');
    }
    this.actionIds.add(actionId);
  }
}
