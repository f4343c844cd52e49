import { type Form, ALARM_NAME, FUNCTION, PROJECT_NAME } from './forms';
import { arn, pipelineLogs } from './grants';
import { Permission, PermissionRequest } from './provider';

/** One key of a rule's configuration. */
export interface RuleKey {
  readonly required?: boolean;
  /** the only values the service takes */
  readonly values?: readonly string[];
  /** of which it takes several, with commas between them */
  readonly several?: boolean;
  /** what its values look like */
  readonly form?: Form;
  /** a whole number */
  readonly number?: boolean;
  /** a list of JSON objects */
  readonly json?: 'list';
  /** the name of an artifact that the rule reads */
  readonly artifact?: 'name';
}

/** A kind of rule: what a condition holds a stage to. All are of category Rule, owner AWS, version 1. */
export interface RuleProvider {
  readonly provider: string;
  readonly configuration: Readonly<Record<string, RuleKey>>;
  /** whether a condition with this rule may skip the stage */
  readonly maySkip?: boolean;
  /** whether it works on an artifact */
  readonly reads?: boolean;
  permissions(request: PermissionRequest): readonly Permission[];
}

export const ALARM_RULE: RuleProvider = {
  provider: 'CloudWatchAlarm',
  configuration: {
    AlarmName: { required: true, form: ALARM_NAME },
    AlarmStates: { values: ['ALARM', 'OK', 'INSUFFICIENT_DATA'], several: true },
    WaitTime: { number: true },
  },
  // INFERRED
  permissions: r => [{ actions: ['cloudwatch:DescribeAlarms'], resources: r.arns.alarm ?? [arn(r, 'cloudwatch', `alarm:${r.configuration.AlarmName}`)] }],
};

export const DEPLOYMENT_WINDOW_RULE: RuleProvider = {
  provider: 'DeploymentWindow',
  configuration: { Cron: { required: true }, TimeZone: {} },
  permissions: () => [],
};

export const LAMBDA_RULE: RuleProvider = {
  provider: 'LambdaInvoke',
  configuration: { FunctionName: { required: true, form: FUNCTION }, UserParameters: {} },
  maySkip: true,
  // INFERRED
  permissions: r => [{ actions: ['lambda:InvokeFunction'], resources: r.arns.function ?? [arn(r, 'lambda', `function:${r.configuration.FunctionName}`)] }],
};

export const VARIABLE_RULE: RuleProvider = {
  provider: 'VariableCheck',
  configuration: { Variable: { required: true }, Value: { required: true }, Operator: { required: true, values: ['EQ', 'NE', 'CONTAINS', 'MATCHES'] } },
  maySkip: true,
  permissions: () => [],
};

export const COMMANDS_RULE: RuleProvider = {
  provider: 'Commands',
  configuration: {},
  reads: true,
  permissions: r => [pipelineLogs(r)],
};

export const CODEBUILD_RULE: RuleProvider = {
  provider: 'CodeBuild',
  configuration: {
    ProjectName: { required: true, form: PROJECT_NAME },
    PrimarySource: { artifact: 'name' },
    BatchEnabled: { values: ['true', 'false'] },
    CombineArtifacts: { values: ['true', 'false'] },
    EnvironmentVariables: { json: 'list' },
  },
  reads: true,
  permissions: r => [{
    // INFERRED: a batch takes what it takes in an action
    actions: r.configuration.BatchEnabled === 'true'
      ? ['codebuild:StartBuildBatch', 'codebuild:BatchGetBuildBatches']
      : ['codebuild:StartBuild', 'codebuild:BatchGetBuilds'],
    resources: r.arns.project ?? [arn(r, 'codebuild', `project/${r.configuration.ProjectName}`)],
  }],
};

export const RULES: readonly RuleProvider[] = [ALARM_RULE, CODEBUILD_RULE, COMMANDS_RULE, DEPLOYMENT_WINDOW_RULE, LAMBDA_RULE, VARIABLE_RULE];
