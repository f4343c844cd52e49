import { Token, Validations } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { Construct } from 'constructs';
import { ActionRoles } from './action-roles';
import { ArtifactStore } from './artifact-store';
import { Declaration } from './declaration';
import { ForeignAction } from './foreign-action';
import { LaidOut, Layout, Placed } from './layout';
import { PipelineHost } from './pipeline-host';
import { PipelineRole } from './pipeline-role';
import { SourceEvents } from './source-events';
import { split } from './split';
import { conditionsOf } from './stage-conditions';
import { StageOptions, SuccessResult } from './stage-options';
import { NAME, nearestName } from '../catalog/names';
import { EventTrigger } from '../conditions/event-trigger';
import { refuse } from '../refuse';
import { lendArtifacts } from '../steps/builds/codebuild-existing-project';
import { CatalogAction } from '../steps/catalog-action';
import { CLONE_PERMISSION } from '../steps/source';
import { Step } from '../steps/step';

const { SOURCE, DEPLOY, INVOKE } = codepipeline.ActionCategory;

/** The stages of a pipeline: every one comes through here, is laid out, and gets its actions and their roles. */
export class Stages {
  private readonly layout = new Layout();
  private readonly declaration: Declaration;
  private readonly roles: ActionRoles;
  private readonly events: SourceEvents;

  constructor(
    private readonly scope: Construct,
    private readonly pipeline: codepipeline.Pipeline,
    role: PipelineRole,
    private readonly host: PipelineHost,
    private readonly store: ArtifactStore,
    private readonly hasRollback: boolean,
    pipelineArn: string,
  ) {
    this.declaration = new Declaration(scope, pipeline.node.defaultChild as codepipeline.CfnPipeline, store);
    this.roles = new ActionRoles(scope, role, host, store, this.declaration);
    this.events = new SourceEvents(scope, host.pipelineName, pipelineArn);
  }

  add(name: string, placed: readonly Placed[], options: StageOptions) {
    const where = `${this.scope.node.path}/${name}`;
    if (!NAME.pattern.test(name)) refuse(where, `The stage name "${name}" is not allowed.`, `Use ${NAME.allowed}: for example "${nearestName(name)}".`);
    if (this.pipeline.stages.some(stage => stage.stageName === name)) refuse(where, `The pipeline has a stage "${name}" already.`, 'Give one of the two another name.');
    if (!this.hasRollback && (options.rollback || options.failure || options.successResult === SuccessResult.ROLLBACK)) {
      refuse(where, 'The stage is to roll back, and executions that run beside each other (PARALLEL) have no rollback.', 'Leave `rollback` out, or let executions wait for each other (QUEUED).');
    }
    if (!placed.length) refuse(where, 'The stage has no step.', 'Give it one at least.');
    const first = this.pipeline.stageCount === 0;
    for (const { step, actionName } of placed) {
      // in a wave, the environment's name stands before the step's
      if (!NAME.pattern.test(actionName)) refuse(`${where}/${step.stepName}`, `The action name "${actionName}" is not allowed.`, `Use ${NAME.allowed}.`);
      if ((step.category === SOURCE) !== first) {
        refuse(`${where}/${step.stepName}`, 'Sources stand in the first stage, and nothing else does.', 'Give sources to the pipeline as `source` and `additionalSources`.');
      }
    }
    const laidOut = this.layout.stage(where, placed);
    if (options.closed && !/^[a-zA-Z0-9!@ ().*?-]{1,300}$/.test(options.closed)) {
      refuse(where, `The reason "${options.closed}" is not allowed.`, 'Use 1 to 300 letters, digits, spaces and ! @ ( ) . * ? -');
    }
    const parts = split(laidOut);
    parts.forEach((actions, at) => this.addPart(at ? `${name}-${at + 1}` : name, actions, {
      ...options,
      ...(at > 0 && { entry: undefined, closed: undefined }),
      ...(at < parts.length - 1 && { success: undefined }),
    }));
  }

  private addPart(name: string, actions: readonly LaidOut[], options: StageOptions) {
    const stage = this.pipeline.addStage({
      stageName: name, transitionToEnabled: !options.closed, transitionDisabledReason: options.closed,
    });
    if (options.rollback === false) {
      const reason = 'The stage says `rollback: false`.';
      Validations.of(this.pipeline.node.findChild(name)).acknowledge({ id: 'conveyor:deploy-without-rollback', reason });
    }
    this.declaration.stage(name, this.conditions(name, options));
    for (const one of actions) this.attach(stage, one);
  }

  /** Something outside of the sources starts the pipeline. */
  startBy(trigger: EventTrigger) {
    this.events.startOn(trigger.name, trigger._pattern, trigger._schedule);
  }

  private conditions(name: string, options: StageOptions) {
    const { pipelineName, account, region } = this.host;
    const { source } = this.layout;
    return conditionsOf({
      scope: this.pipeline.node.findChild(name) as Construct,
      pipelineName,
      account,
      region,
      source,
      keepLogs: () => this.host.logGroup(),
      lendSource: project => lendArtifacts({ project }, { host: this.host, account, region, inputs: source ? [source] : [] }),
      roleFor: (scope, permissions, reads) => this.roles.roleFor(scope, { account, region, permissions, reads, writes: false }),
    }, options);
  }

  private attach(stage: codepipeline.IStage, one: LaidOut) {
    const { step, actionName } = one;
    const scope = new Construct(this.pipeline.node.findChild(stage.stageName), actionName);
    if (step.category === DEPLOY && one.inputs.some(input => input.getMetadata(CLONE_PERMISSION))) {
      refuse(scope, 'The deployment reads a source that is a full clone, and only builds can clone.', 'Let a build make what is deployed, or leave `fullClone` out.');
    }
    // builds and tests run beside the pipeline; what deploys works where it deploys to
    const env = step.env ?? (step.category === DEPLOY || step.category === INVOKE ? one.env : undefined);
    const account = this.concrete(scope, 'account', env?.account, this.host.account);
    const region = this.concrete(scope, 'region', env?.region, this.host.region);
    const action = step.bind(scope, {
      host: this.host,
      stageName: stage.stageName,
      actionName,
      runOrder: one.runOrder,
      inputs: one.inputs,
      account,
      region,
      variablesNamespace: step instanceof Step ? step._namespaceAt(stage.stageName, actionName) : undefined,
    });
    const known = action instanceof CatalogAction ? action : undefined;
    if (!known) {
      this.adopt(stage, scope, action, one);
      return;
    }
    stage.addAction(action);
    this.declaration.action(stage.stageName, actionName, {
      roleArn: this.roleOf(stage.stageName, scope, known, account, region),
      region: region === this.host.region ? undefined : region,
      environmentVariables: known.environmentVariables,
    });
    if (known.startsOn) this.events.startOn(actionName, known.startsOn);
    if (known.triggers.length) this.startByGit(known);
  }

  /** An action that this library did not write says itself what it needs, and where it works. */
  private adopt(stage: codepipeline.IStage, scope: Construct, action: codepipeline.IAction, { actionName, runOrder }: LaidOut) {
    const { owner, role: given, resource, account, region, inputs = [], outputs = [] } = action.actionProperties;
    const place = {
      account: this.concrete(scope, 'account', resource?.env.account ?? account, this.host.account),
      region: this.concrete(scope, 'region', resource?.env.region ?? region, this.host.region),
      reads: inputs.length > 0,
      writes: outputs.length > 0,
    };
    const role = owner && owner !== 'AWS' ? undefined : given ?? this.roles.openRole(scope, place);
    if (!role) this.roles.roleFor(scope, { ...place, permissions: [], roleless: true });
    stage.addAction(new ForeignAction(action, { actionName, runOrder, role, bucket: this.store._in(place.region, scope).bucket }));
    this.declaration.action(stage.stageName, actionName, {
      roleArn: role && (given ? this.roles.roleFor(scope, { ...place, permissions: [], given: given.roleArn }) : role.roleArn),
      region: place.region === this.host.region ? undefined : place.region,
    });
  }

  private roleOf(stageName: string, scope: Construct, action: CatalogAction, account: string, region: string) {
    const { inputs = [], outputs = [] } = action.actionProperties;
    const { permissions, roleArn: given } = action;
    return this.roles.roleFor(scope, {
      account,
      region,
      permissions,
      reads: inputs.length > 0,
      writes: outputs.length > 0,
      given,
      roleless: !action.takesRole,
      pool: action.pooled ? stageName : undefined,
    });
  }

  private startByGit(action: CatalogAction) {
    this.pipeline.addTrigger({
      providerType: codepipeline.ProviderType.CODE_STAR_SOURCE_CONNECTION,
      gitConfiguration: {
        sourceAction: action,
        pushFilter: action.triggers.flatMap(trigger => trigger._pushFilter ?? []),
        pullRequestFilter: action.triggers.flatMap(trigger => trigger._pullRequestFilter ?? []),
      },
    });
  }

  /** An environment's own account or region can only be told from the pipeline's when that one is known. */
  private concrete(scope: Construct, what: 'account' | 'region', wanted: string | undefined, home: string): string {
    if (!wanted || wanted === home || Token.isUnresolved(wanted)) return home;
    if (Token.isUnresolved(home)) {
      refuse(scope, `The environment's ${what} is ${wanted}, and the pipeline's own is only known when it is deployed.`, `Give the pipeline's stack an \`env\` with its ${what}.`);
    }
    return wanted;
  }
}
