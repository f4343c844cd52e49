import { IResolvable, IResolveContext, Lazy, Stack } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { IConstruct } from 'constructs';
import { ArtifactStore } from './artifact-store';
import { refuse } from '../refuse';

/** What an action's declaration has beyond what the L2 renders. */
export interface ActionExtras {
  readonly roleArn?: string;
  readonly region?: string;
  readonly environmentVariables?: codepipeline.CfnPipeline.EnvironmentVariableProperty[];
}

/** What a stage's declaration has beyond what the L2 renders. */
export type Conditions = Pick<codepipeline.CfnPipeline.StageDeclarationProperty, 'beforeEntry' | 'onSuccess' | 'onFailure'>;

/**
 * Completes the declaration that the L2 renders. The L2 sees every action as one of the pipeline's own account and
 * region that runs with the pipeline's role: left to itself it would give roles more than they need, and make
 * buckets and stacks of its own.
 */
export class Declaration {
  private readonly extras = new Map<string, ActionExtras>();
  private readonly conditions = new Map<string, Conditions>();
  private readonly regions = new Set<string>();

  constructor(private readonly scope: IConstruct, resource: codepipeline.CfnPipeline, store: ArtifactStore) {
    const rendered = resource.stages as IResolvable;
    resource.stages = Lazy.uncachedAny({ produce: context => this.stages(rendered, context) });
    const home = Stack.of(scope).region;
    resource.artifactStore = Lazy.any({ produce: () => this.regions.size ? undefined : store._declaration(home) });
    resource.artifactStores = Lazy.any({
      produce: () => this.regions.size ? [home, ...this.regions].map(region => ({ region, artifactStore: store._declaration(region) })) : undefined,
    });
  }

  stage(stageName: string, conditions: Conditions) {
    this.conditions.set(stageName, conditions);
  }

  action(stageName: string, actionName: string, extras: ActionExtras) {
    this.extras.set(`${stageName}/${actionName}`, extras);
  }

  /** A further region that actions work in. Answers whether it is a new one. */
  addRegion(region: string): boolean {
    return this.regions.size < this.regions.add(region).size;
  }

  private stages(rendered: IResolvable, context: IResolveContext) {
    const stages: codepipeline.CfnPipeline.StageDeclarationProperty[] = rendered.resolve(context);
    return stages.map(stage => ({
      ...stage,
      ...this.conditions.get(stage.name),
      actions: (stage.actions as codepipeline.CfnPipeline.ActionDeclarationProperty[]).map(action => {
        const extras = this.extras.get(`${stage.name}/${action.name}`);
        if (!extras) {
          refuse(this.scope, `The action "${stage.name}/${action.name}" was added to the pipeline within, where it gets no role.`,
            'Add it with the delivery pipeline\'s own `addStage`, as a step.');
        }
        return { ...action, ...extras };
      }),
    }));
  }
}
