/** The properties of AWS::CodePipeline::Pipeline. Source: the CloudFormation template reference. */

/** What a property is: a text, true or false, a whole number, anything, a list of texts or of objects, or an object with properties. */
export type Shape = 'text' | 'truth' | 'number' | 'anything' | 'texts' | readonly [Properties] | Properties;
export interface Properties { readonly [key: string]: Shape }

const ARTIFACT_STORE: Properties = { Type: 'text', Location: 'text', EncryptionKey: { Type: 'text', Id: 'text' } };
const TYPE_ID: Properties = { Category: 'text', Owner: 'text', Provider: 'text', Version: 'text' };
const PATTERNS: Properties = { Includes: 'texts', Excludes: 'texts' };
const INPUT: Properties = { Name: 'text' };

const ACTION: Properties = {
  Name: 'text',
  ActionTypeId: TYPE_ID,
  RunOrder: 'text',
  Configuration: 'anything',
  Commands: 'texts',
  InputArtifacts: [INPUT],
  OutputArtifacts: [{ Name: 'text', Files: 'texts' }],
  OutputVariables: 'texts',
  EnvironmentVariables: [{ Name: 'text', Value: 'text', Type: 'text' }],
  Namespace: 'text',
  Region: 'text',
  RoleArn: 'text',
  TimeoutInMinutes: 'text',
};

const RULE: Properties = {
  Name: 'text', RuleTypeId: TYPE_ID, Configuration: 'anything', Commands: 'texts', InputArtifacts: [INPUT], Region: 'text', RoleArn: 'text',
};

const CONDITIONS: Properties = { Conditions: [{ Result: 'text', Rules: [RULE] }] };

const STAGE: Properties = {
  Name: 'text',
  Actions: [ACTION],
  Blockers: [{ Name: 'text', Type: 'text' }],
  BeforeEntry: CONDITIONS,
  OnSuccess: CONDITIONS,
  OnFailure: { ...CONDITIONS, Result: 'text', RetryConfiguration: { RetryMode: 'text' } },
};

const GIT: Properties = {
  SourceActionName: 'text',
  Push: [{ Branches: PATTERNS, FilePaths: PATTERNS, Tags: PATTERNS }],
  PullRequest: [{ Branches: PATTERNS, FilePaths: PATTERNS, Events: 'texts' }],
};

export const PIPELINE: Properties = {
  ArtifactStore: ARTIFACT_STORE,
  ArtifactStores: [{ ArtifactStore: ARTIFACT_STORE, Region: 'text' }],
  DisableInboundStageTransitions: [{ StageName: 'text', Reason: 'text' }],
  ExecutionMode: 'text',
  Name: 'text',
  PipelineType: 'text',
  RestartExecutionOnUpdate: 'truth',
  RoleArn: 'text',
  Stages: [STAGE],
  Tags: [{ Key: 'text', Value: 'text' }],
  Triggers: [{ ProviderType: 'text', GitConfiguration: GIT }],
  Variables: [{ Name: 'text', DefaultValue: 'text', Description: 'text' }],
};
