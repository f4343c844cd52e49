import { Stack, Token } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { Construct } from 'constructs';
import { ActionRoles } from './action-roles';
import { ArtifactStore } from './artifact-store';
import { Declaration } from './declaration';
import { FailureProps } from './environment';
import { LaidOut, Layout, Placed } from './layout';
import { PipelineHost } from './pipeline-host';
import { PipelineRole } from './pipeline-role';
import { SourceEvents } from './source-events';
import { supportStack } from './support-stack';
import { artifactAccess } from '../catalog/artifact-access';
import { NAME, nearestName } from '../catalog/names';
import { refuse } from '../refuse';
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
    private readonly role: PipelineRole,
    private readonly host: PipelineHost,
    private readonly store: ArtifactStore,
    private readonly hasRollback: boolean,
  ) {
    this.declaration = new Declaration(scope, pipeline.node.defaultChild as codepipeline.CfnPipeline, store);
    this.roles = new ActionRoles(role, host.pipelineName, host.account);
    this.events = new SourceEvents(scope, host.pipelineName, pipeline.pipelineArn);
  }

  add(name: string, placed: readonly Placed[], failure: FailureProps) {
    const where = `${this.scope.node.path}/${name}`;
    if (!NAME.pattern.test(name)) refuse(where, `The stage name "${name}" is not allowed.`, `Use ${NAME.allowed}: for example "${nearestName(name)}".`);
    if (this.pipeline.stages.some(stage => stage.stageName === name)) refuse(where, `The pipeline has a stage "${name}" already.`, 'Give one of the two another name.');
    if (failure.rollback && !this.hasRollback) {
      refuse(where, 'The stage is to roll back, and executions that run beside each other (PARALLEL) have no rollback.', 'Leave `rollback` out, or let executions wait for each other (QUEUED).');
    }
    if (!placed.length) refuse(where, 'The stage has no step.', 'Give it one at least.');
    if (placed.length > 50) refuse(where, `The stage has ${placed.length} actions.`, 'CodePipeline takes at most 50: put the rest into another stage.');
    const first = this.pipeline.stageCount === 0;
    for (const { step } of placed) {
      if ((step.category === SOURCE) !== first) {
        refuse(`${where}/${step.stepName}`, 'Sources stand in the first stage, and nothing else does.', 'Give sources to the pipeline as `source` and `additionalSources`.');
      }
    }
    const laidOut = this.layout.stage(where, placed);
    const stage = this.pipeline.addStage({ stageName: name, onFailure: onFailure(where, failure) });
    for (const one of laidOut) this.attach(stage, one);
  }

  private attach(stage: codepipeline.IStage, one: LaidOut) {
    const { step, actionName } = one;
    const scope = new Construct(this.pipeline.node.findChild(stage.stageName), actionName);
    if (step.category === DEPLOY && one.inputs.some(input => input.getMetadata(CLONE_PERMISSION))) {
      refuse(scope, 'The deployment reads a source that is a full clone, and only builds can clone.', 'Let a build make what is deployed, or leave `fullClone` out.');
    }
    // builds and tests run beside the pipeline; what deploys works where it deploys to
    const env = step.category === DEPLOY || step.category === INVOKE ? one.env : undefined;
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
    stage.addAction(action);
    const known = action instanceof CatalogAction ? action : undefined;
    this.declaration.complete(stage.stageName, actionName, {
      roleArn: known && this.roleOf(scope, known, account, region),
      region: region === this.host.region ? undefined : region,
      environmentVariables: known?.environmentVariables,
    });
    if (known?.startsOn) this.events.startOn(actionName, known.startsOn);
  }

  /** An environment's own account or region can only be told from the pipeline's when that one is known. */
  private concrete(scope: Construct, what: 'account' | 'region', wanted: string | undefined, home: string): string {
    if (!wanted || wanted === home || Token.isUnresolved(wanted)) return home;
    if (Token.isUnresolved(home)) {
      refuse(scope, `The environment's ${what} is ${wanted}, and the pipeline's own is only known when it is deployed.`, `Give the pipeline's stack an \`env\` with its ${what}.`);
    }
    return wanted;
  }

  private roleOf(scope: Construct, action: CatalogAction, account: string, region: string): string | undefined {
    const { inputs = [], outputs = [] } = action.actionProperties;
    const [reads, writes] = [inputs.length > 0, outputs.length > 0];
    const bucket = this.store._in(region, scope);
    const home = Stack.of(this.scope);
    const away = account !== this.host.account;
    const artifacts = artifactAccess(bucket.locationFrom(away || region !== this.host.region, region, this.host), reads, writes);
    if (region !== this.host.region) this.replicateTo(region, scope);
    if (!action.takesRole) {
      this.role.allow(...artifacts);
      return undefined;
    }
    const permissions = [...action.permissions, ...artifacts];
    if (!permissions.length) return undefined;
    if (!away) return this.roles.roleFor(scope, scope, account, permissions);

    // the pipeline's role first, then the roles that trust it, then the bucket and the key that admit those
    const support = supportStack(this.scope, account);
    this.role.moveTo(supportStack(this.scope, this.host.account));
    support.addStackDependency(supportStack(this.scope, this.host.account), 'its roles trust the role of the pipeline');
    const roleArn = this.roles.roleFor(scope, support, account, permissions);
    for (const stack of new Set([home, Stack.of(bucket)])) stack.addStackDependency(support, 'it admits the roles there');
    if (reads || writes) bucket.admit(roleArn, this.host.pipelineName, reads, writes);
    return roleArn;
  }

  /** INFERRED from what aws-codepipeline grants: the pipeline itself copies artifacts between its regions. */
  private replicateTo(region: string, scope: Construct) {
    const replica = this.store._in(region, scope);
    Stack.of(this.scope).addStackDependency(Stack.of(replica), 'the pipeline copies artifacts there');
    if (!this.declaration.addRegion(region)) return;
    for (const [bucket, elsewhere] of [[this.store._in(this.host.region, scope), false], [replica, true]] as const) {
      this.role.allow(...artifactAccess(bucket.locationFrom(elsewhere, Stack.of(bucket).region, this.host), true, true));
    }
  }
}

function onFailure(where: string, { rollback, retry }: FailureProps): codepipeline.FailureConditions | undefined {
  if (rollback && retry) refuse(where, 'The stage is to go back and to try again when it fails.', 'CodePipeline does one of them: keep `rollback` or `retry`.');
  if (retry) return { result: codepipeline.Result.RETRY, retryMode: codepipeline.RetryMode.FAILED_ACTIONS };
  return rollback ? { result: codepipeline.Result.ROLLBACK } : undefined;
}
