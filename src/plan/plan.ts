/** A pipeline as a template declares it, its intrinsics evaluated: plain data, the engine's and the checks' input. */

import type { Declared } from './declared';
import type { Path } from './origin';
import type { ResourceIndex } from './resource-index';
import type { Acknowledgement } from './stack-source';
import type { Survey } from './survey';

/** An attribute of a resource, where it is asked for. */
export interface AskedAttribute {
  readonly at: Declared;
  /** `Arn`, say */
  readonly name: string;
}

/** Everything that was found in one assembly or template. */
export interface Plan {
  /** the file or directory it was read from, as an absolute path */
  readonly source: string;
  readonly pipelines: readonly PipelinePlan[];
  readonly resources: ResourceIndex;
  /** reads YAML to maps, lists and texts, and throws when it is none; undefined where no parser is at hand */
  readonly parseYaml?: (text: string) => unknown;
  /** what the app has acknowledged of its constructs */
  readonly acknowledgements: readonly Acknowledgement[];
  /**
   * Whether what stands at a path of a template is part of this deployment: no `Fn::If` on the way took the other branch.
   *
   * @param file the template's
   */
  isDeployed(file: string, path: Path): boolean;
  /** What a template is made of as a whole, in whatever deployment. */
  surveyOf(file: string): Survey;
  /** What is asked of a resource with `Fn::GetAtt`, anywhere in this deployment of its template. */
  attributesAskedOf(file: string, logicalId: string): readonly AskedAttribute[];
  /**
   * Whether resources of a template may be others than this deployment shows, because a macro or a condition decides of them.
   *
   * @param concerns which resources matter, by their type and logical id
   * @param added whether it matters, too, that one is there only because of a condition
   */
  varies(file: string, concerns: (type: string, logicalId: string) => boolean, added?: boolean): boolean;
  /** The keys of a template that stand twice beside each other. */
  keysTwiceIn(file: string): readonly Declared[];
  /** How many bytes a template has, as JSON without blanks. */
  sizeOf(file: string): number;
  /** A path of a template, down the branches that this deployment takes of an `Fn::If` which stands there. */
  branchAt(file: string, path: Path): Path;
}

export interface PipelinePlan {
  /** the physical name when the template fixes it, otherwise the logical id */
  readonly name: string;
  readonly logicalId: string;
  /** the construct's path in its app; undefined in templates that carry no such metadata */
  readonly constructPath?: string;
  readonly stackName: string;
  /** the template that it stands in */
  readonly file: string;
  /** what the pipeline's own metadata acknowledge: the ids of findings, and reasons */
  readonly acknowledged: Readonly<Record<string, string>>;
  readonly account: string;
  readonly region: string;
  readonly declared: Declared;
  readonly type: 'V1' | 'V2';
  readonly executionMode: 'QUEUED' | 'SUPERSEDED' | 'PARALLEL';
  readonly roleArn?: string;
  readonly stores: readonly StorePlan[];
  readonly variables: readonly VariablePlan[];
  readonly triggers: readonly TriggerPlan[];
  readonly stages: readonly StagePlan[];
}

export interface StorePlan {
  readonly region: string;
  readonly bucket: string;
  readonly keyId?: string;
}

export interface VariablePlan {
  readonly declared: Declared;
  readonly name: string;
  readonly defaultValue?: string;
  readonly description?: string;
}

export interface TriggerPlan {
  readonly declared: Declared;
  readonly providerType: string;
  readonly sourceActionName?: string;
  /** CodePipeline's GitConfiguration, evaluated, in CloudFormation's own keys */
  readonly gitConfiguration: Readonly<Record<string, unknown>>;
}

export interface StagePlan {
  readonly declared: Declared;
  readonly name: string;
  readonly actions: readonly ActionPlan[];
  readonly onFailure?: FailurePlan;
  readonly beforeEntry?: readonly ConditionPlan[];
  readonly onSuccess?: readonly ConditionPlan[];
}

export interface FailurePlan {
  readonly declared: Declared;
  /** RETRY, ROLLBACK, or whatever else the template says */
  readonly result?: string;
  readonly retryMode?: 'FAILED_ACTIONS' | 'ALL_ACTIONS';
  readonly conditions: readonly ConditionPlan[];
}

export interface ConditionPlan {
  readonly declared: Declared;
  readonly result?: string;
  readonly rules: readonly RulePlan[];
}

export interface RulePlan {
  readonly declared: Declared;
  readonly name: string;
  readonly provider: string;
  readonly configuration: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
  readonly inputs: readonly string[];
  readonly roleArn?: string;
  readonly region?: string;
}

export interface ActionPlan {
  readonly declared: Declared;
  readonly name: string;
  readonly category: string;
  readonly owner: string;
  readonly provider: string;
  readonly version: string;
  readonly runOrder: number;
  readonly configuration: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly OutputPlan[];
  readonly outputVariables: readonly string[];
  readonly environmentVariables: readonly EnvironmentVariablePlan[];
  readonly namespace?: string;
  readonly roleArn?: string;
  readonly region?: string;
  readonly timeoutMinutes?: number;
}

export interface OutputPlan {
  readonly declared: Declared;
  readonly name: string;
  /** globs of the files that make up the artifact; only Commands actions have them */
  readonly files: readonly string[];
}

export interface EnvironmentVariablePlan {
  readonly name: string;
  readonly value: string;
  readonly type: 'PLAINTEXT' | 'SECRETS_MANAGER';
}
