import { Aws, Duration, Token } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as events from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { requireReference } from './secret-reference';
import { StepContext } from './step-context';
import { Bounds, Permission, Provider } from '../catalog/provider';
import { GitTrigger } from '../conditions/git-trigger';
import { refuse } from '../refuse';

/** Configuration as the service takes it: strings, and what is undefined is left out. */
export type Configuration = Readonly<Record<string, string | undefined>>;

/** What a step says of its action beyond its place. */
export interface ActionDetail {
  readonly configuration: Configuration;
  /** ARNs that the row's permissions ask for and the configuration does not spell */
  readonly arns?: Readonly<Record<string, readonly string[]>>;
  readonly commands?: string[];
  readonly outputVariables?: string[];
  readonly timeout?: Duration;
  /** the changes of a repository that start the pipeline, for a source behind a connection */
  readonly triggers?: readonly GitTrigger[];
  /** a role that exists, to be used as it is; one is made when it is left out */
  readonly roleArn?: string;
  /** environment variables of the action itself: only of providers that run commands */
  readonly environmentVariables?: codepipeline.CfnPipeline.EnvironmentVariableProperty[];
  /** the events that start the pipeline, for a source that the service does not watch itself */
  readonly startsOn?: events.EventPattern;
}

/** The one action class: everything that makes a provider special stands in its row of the catalog. */
export class CatalogAction extends codepipeline.Action {
  readonly permissions: readonly Permission[];
  readonly startsOn?: events.EventPattern;
  readonly environmentVariables?: codepipeline.CfnPipeline.EnvironmentVariableProperty[];
  readonly roleArn?: string;
  readonly triggers: readonly GitTrigger[];
  /** only actions of AWS may have a role */
  readonly takesRole: boolean;
  /** whether it shares a role with the others of its kind in its stage */
  readonly pooled: boolean;
  protected readonly providedActionProperties: codepipeline.ActionProperties;
  private readonly configuration: Configuration;

  constructor(
    scope: Construct,
    row: Provider,
    step: { readonly category: codepipeline.ActionCategory; readonly outputs: codepipeline.Artifact[] },
    context: StepContext,
    detail: ActionDetail,
  ) {
    super();
    this.configuration = detail.configuration;
    validate(scope, row, detail.configuration);
    count(scope, `${row.provider} reads`, context.inputs.length, row.inputs);
    count(scope, `${row.provider} gives`, step.outputs.length, row.outputs);
    this.startsOn = detail.startsOn;
    this.environmentVariables = detail.environmentVariables;
    this.roleArn = detail.roleArn;
    this.triggers = detail.triggers ?? [];
    this.takesRole = row.owner === 'AWS';
    this.pooled = row.pooled ?? false;
    this.permissions = row.permissions({
      partition: Aws.PARTITION,
      region: context.region,
      account: context.account,
      pipelineName: context.host.pipelineName,
      configuration: detail.configuration,
      arns: detail.arns ?? {},
    });
    this.providedActionProperties = {
      actionName: context.actionName,
      category: step.category,
      owner: row.owner,
      provider: row.provider,
      version: row.version,
      artifactBounds: { minInputs: row.inputs.min, maxInputs: row.inputs.max, minOutputs: row.outputs.min, maxOutputs: row.outputs.max },
      inputs: context.inputs,
      outputs: step.outputs,
      runOrder: context.runOrder,
      variablesNamespace: context.variablesNamespace,
      commands: detail.commands,
      outputVariables: detail.outputVariables,
      timeout: detail.timeout,
    };
  }

  protected bound(_scope: Construct, _stage: codepipeline.IStage, _options: codepipeline.ActionBindOptions): codepipeline.ActionConfig {
    const given = Object.entries(this.configuration).filter(([, value]) => value !== undefined);
    return { configuration: given.length ? Object.fromEntries(given) : undefined };
  }
}

function count(scope: Construct, what: string, given: number, { min, max }: Bounds) {
  if (given >= min && given <= max) return;
  refuse(scope, `${what} ${given === 1 ? 'one artifact' : `${given} artifacts`} here.`, min === max ? `It must be ${min}.` : `It may be ${min} to ${max}.`);
}

function validate(scope: Construct, row: Provider, configuration: Configuration) {
  const known = Object.keys(row.configuration);
  for (const [key, value] of Object.entries(configuration)) {
    const rule = row.configuration[key] ?? refuse(scope, `${row.provider} knows no configuration "${key}".`, `It knows ${known.join(', ')}.`);
    if (value !== undefined && rule.secret) requireReference(scope, `${row.provider}'s ${key}`, value);
    if (value !== undefined && rule.values && !Token.isUnresolved(value) && !rule.values.includes(value)) {
      refuse(scope, `${row.provider} does not take "${value}" as ${key}.`, `Use one of ${rule.values.join(', ')}.`);
    }
    if (value && rule.form && !Token.isUnresolved(value) && !value.includes('#{') && !rule.form.pattern.test(value)) {
      refuse(scope, `${key} is "${value.slice(0, 60)}", which is not ${rule.form.is}.`, `Write it as in "${rule.form.example}".`);
    }
    if (value !== undefined && !Token.isUnresolved(value) && (value.length < 1 || value.length > 1000)) {
      refuse(scope, `${key} has ${value.length} characters.`, 'CodePipeline takes 1 to 1000 in a value of the configuration.');
    }
  }
  for (const key of known) {
    if (row.configuration[key].required && !configuration[key]) refuse(scope, `${row.provider} needs ${key}.`, `Give the step a value for it (${row.source}).`);
  }
}
