import { Aws } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ArtifactStore } from './artifact-store';
import { checkAtSynth } from './checks-at-synth';
import { Environment, EnvironmentProps, EnvironmentStageProps } from './environment';
import { place, Placed } from './layout';
import { notifyOf } from './notifications';
import { PipelineHost } from './pipeline-host';
import { PipelineRole } from './pipeline-role';
import { StageOptions } from './stage-options';
import { Stages } from './stages';
import { NAME, nearestName } from '../catalog/names';
import { EventTrigger } from '../conditions/event-trigger';
import { Notification } from '../operations/notification';
import { refuse } from '../refuse';
import { IStep } from '../steps/step';

/** A pipeline's first stages and its settings; environments, waves and stages follow by methods. */
export interface DeliveryPipelineProps {
  /** Where it begins. */
  readonly source: IStep;
  /**
   * Further sources, beside the first.
   * @default - none
   */
  readonly additionalSources?: IStep[];
  /**
   * What makes the artifacts: side by side, except where one reads what another makes.
   * @default - nothing is built
   */
  readonly builds?: IStep[];
  /**
   * What tells whether a change is good: side by side, after the builds.
   * @default - nothing is tested
   */
  readonly tests?: IStep[];
  /**
   * The pipeline's name: 1 to 100 letters, digits and `. @ - _`, unique in its account and region.
   * @default - the construct's id
   */
  readonly pipelineName?: string;
  /**
   * Where the artifacts are kept.
   * @default - the store that all pipelines of the app share
   */
  readonly artifactStore?: ArtifactStore;
  /**
   * What happens to executions that meet: each waits for the one before it (QUEUED), a newer one takes the place of one
   * that waits (SUPERSEDED), or they run beside each other (PARALLEL, without rollback).
   * @default ExecutionMode.QUEUED
   */
  readonly executionMode?: codepipeline.ExecutionMode;
  /**
   * What starts the pipeline beside its sources: times, events, other pipelines.
   * @default - its sources alone
   */
  readonly triggers?: EventTrigger[];
  /**
   * Values that are given when an execution starts (`variable.reference()`); one without a default is required then.
   * At most 50.
   * @default - none
   */
  readonly variables?: codepipeline.Variable[];
  /**
   * Starts the pipeline again when its declaration changes.
   * @default false
   */
  readonly restartOnUpdate?: boolean;
  /**
   * Who is told of failures and of approvals that wait.
   * @default - nobody
   */
  readonly notifications?: Notification[];
}

/** A stage of steps. */
export interface StageProps extends StageOptions {
  /** What the stage does: side by side, except where a step reads what another one makes. */
  readonly steps: IStep[];
}

/** A wave of environments. */
export interface WaveProps extends StageOptions {
  /**
   * How many environments are brought up to date side by side; the rest follow in further stages, `<name>-2` and so on.
   * @default - all of them
   */
  readonly size?: number;
}

/**
 * A delivery pipeline on AWS CodePipeline: source → build → test → environments, with approvals, rollback and
 * notifications, and with a role of its own for what each action needs.
 *
 * @example
 * declare const site: s3.Bucket;
 *
 * const pipeline = new DeliveryPipeline(this, 'Site', {
 *   source: Source.gitHub('acme/site', { connectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/1a2b' }),
 *   builds: [Build.codeBuild('Build', { commands: ['npm ci', 'npm run build'], output: 'dist' })],
 *   tests: [Test.codeBuild('Unit', { commands: ['npm ci', 'npm test'] })],
 *   notifications: [Notification.email('release@acme.com')],
 * });
 * pipeline.addEnvironment('Production', {
 *   approval: Approval.manual({ notify: ['release@acme.com'] }),
 *   deploy: [Deploy.s3('Site', { bucket: site })],
 * });
 */
export class DeliveryPipeline extends Construct {
  /** The pipeline within, for events, notifications and L1 overrides. Actions are added here, not there. */
  readonly pipeline: codepipeline.Pipeline;
  /** The pipeline's name. */
  readonly pipelineName: string;
  /** The pipeline's ARN. */
  readonly pipelineArn: string;
  /** Where the artifacts are kept. */
  readonly artifactStore: ArtifactStore;

  private readonly stages: Stages;
  private readonly rollback: boolean;

  constructor(scope: Construct, id: string, props: DeliveryPipelineProps) {
    super(scope, id);
    this.pipelineName = props.pipelineName ?? id;
    if (!NAME.pattern.test(this.pipelineName)) {
      refuse(this, `The pipeline name "${this.pipelineName}" is not allowed.`, `Use ${NAME.allowed}: for example pipelineName: "${nearestName(this.pipelineName)}".`);
    }
    checkAtSynth(this);
    this.artifactStore = props.artifactStore ?? ArtifactStore.shared(this);
    this.artifactStore._register(this, this.pipelineName);
    const executionMode = props.executionMode ?? codepipeline.ExecutionMode.QUEUED;
    this.rollback = executionMode !== codepipeline.ExecutionMode.PARALLEL;

    const host = new PipelineHost(this, this.pipelineName, this.artifactStore);
    const role = new PipelineRole(this, this.pipelineName);
    this.pipeline = new codepipeline.Pipeline(this, 'Pipeline', {
      pipelineName: this.pipelineName,
      pipelineType: codepipeline.PipelineType.V2,
      executionMode,
      role: role.role,
      artifactBucket: this.artifactStore.bucket,
      usePipelineRoleForActions: true,
      variables: props.variables,
      restartExecutionOnUpdate: props.restartOnUpdate,
    });
    role.pipeline = this.pipeline.node.defaultChild as codepipeline.CfnPipeline;
    // spelt out: formatArn loads facts of all regions, a fifth of the time that a small pipeline takes
    this.pipelineArn = `arn:${Aws.PARTITION}:codepipeline:${host.region}:${host.account}:${this.pipeline.pipelineName}`;
    this.stages = new Stages(this, this.pipeline, role, host, this.artifactStore, this.rollback, this.pipelineArn);

    this.addStage('Source', { steps: [props.source, ...(props.additionalSources ?? [])] });
    if (props.builds?.length) this.addStage('Build', { steps: props.builds });
    if (props.tests?.length) this.addStage('Test', { steps: props.tests });
    for (const trigger of props.triggers ?? []) this.stages.startBy(trigger);
    notifyOf(this.pipeline, this.pipelineArn, host, props.notifications ?? []);
  }

  /**
   * Lets somebody start the pipeline by the API.
   *
   * @param grantee who may
   */
  grantStart(grantee: iam.IGrantable): iam.Grant {
    return iam.Grant.addToPrincipal({ grantee, actions: ['codepipeline:StartPipelineExecution'], resourceArns: [this.pipelineArn] });
  }

  /**
   * Adds a stage of steps.
   *
   * @param name the stage's name: 1 to 100 letters, digits and `. @ - _`
   */
  addStage(name: string, props: StageProps): void {
    this.stages.add(name, place(props.steps), props);
  }

  /**
   * Adds an environment: its approval in a stage of its own, then the deployments, then what verifies them.
   *
   * @param name the stage's name: 1 to 100 letters, digits and `. @ - _`
   */
  addEnvironment(name: string, props: EnvironmentStageProps): void {
    if (props.approval) this.addStage(`${name}-Approval`, { steps: [props.approval] });
    this.stages.add(name, actionsOf(props), this.deployed(props));
  }

  /**
   * Adds environments that are brought up to date side by side, in one stage. Their actions are named
   * `<environment>-<step>`, and approvals stand together in a stage before.
   *
   * @param name the stage's name: 1 to 100 letters, digits and `. @ - _`
   */
  addWave(name: string, environments: Environment[], props: WaveProps = {}): void {
    const prefix = (one: Environment) => `${one.name}-`;
    const approvals = environments.flatMap(one => one.props.approval ? place([one.props.approval], { prefix: prefix(one) }) : []);
    if (approvals.length) this.stages.add(`${name}-Approval`, approvals, {});
    const { size = environments.length || 1 } = props;
    if (!Number.isInteger(size) || size < 1) refuse(`${this.node.path}/${name}`, `The wave's size is ${size}.`, 'Give a whole number from 1.');
    for (let at = 0; at === 0 || at < environments.length; at += size) {
      const part = environments.slice(at, at + size);
      this.stages.add(at ? `${name}-${at / size + 1}` : name, part.flatMap(one => actionsOf(one.props, prefix(one))), this.deployed(props));
    }
  }

  /** Where changes are deployed, a failure goes back to what worked, unless something else is said or the mode has no rollback. */
  private deployed(options: StageOptions): StageOptions {
    return { ...options, rollback: options.rollback ?? ((this.rollback && !options.retry) || undefined) };
  }
}

function actionsOf({ deploy, verify = [], env }: EnvironmentProps, prefix = ''): Placed[] {
  const deployed = place(deploy, { prefix, env });
  return [...deployed, ...place(verify, { prefix, env, behind: deployed })];
}
