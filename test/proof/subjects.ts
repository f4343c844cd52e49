/** The roles of an assembly: who takes each on, and all that it must be able to do. */

import { Assembly, Role } from './assembly';
import { bootstrapRole } from './bootstrap';
import { accountOf, buildNeeds } from './builds-of';
import type { Context } from './evaluator';
import { artifactNeeds, Store } from './needed/artifacts';
import { calls, Declared, Need, NeedsOf, Place, Said } from './needed/need';
import { needsOfAction, needsOfRule } from './needed/table';
import { givenRole, isKept, SAID } from './said';
import type { ActionPlan, PipelinePlan, RulePlan, StagePlan } from '../../src/plan';

export interface Caller {
  /** the name of a service, or the ARN of a role */
  readonly principal: string;
  readonly context: Context;
}

/** One who works with a role. */
export interface Use {
  readonly who: string;
  readonly kind: 'pipeline' | 'action' | 'rule' | 'build' | 'event' | 'execution' | 'own';
  /** `category/owner/provider` of an action, or the rule's provider */
  readonly type?: string;
  readonly roleArn: string;
  /** none where the role is taken on by what is not ours to say */
  readonly callers: readonly Caller[];
  readonly needs: readonly Need[];
}

/** A role with everyone who works with it. */
export interface Subject {
  readonly role: Role;
  /** a role that exists and is used as it is: what else it may do is not ours */
  readonly given: boolean;
  /** the pipeline whose artifacts it may reach */
  readonly pipelineName?: string;
  readonly uses: readonly Use[];
  readonly needs: readonly Need[];
}

/** @throws when an action or rule is not known to the table of needs, or names a role that nobody knows */
export function subjectsOf(assembly: Assembly): Subject[] {
  const uses = [
    ...assembly.plan.pipelines.flatMap(pipeline => new UsesOfPipeline(assembly, pipeline).all()),
    ...eventUses(assembly),
    ...ownRoles(assembly),
  ];
  const byRole = new Map<string, Use[]>();
  for (const use of uses) byRole.set(use.roleArn, [...byRole.get(use.roleArn) ?? [], use]);
  return [...byRole].map(([arn, ofRole]) => {
    const role = assembly.roles.get(arn);
    const given = role ?? givenRole(assembly.name, arn) ?? bootstrapRole(arn, assembly.plan.pipelines.map(pipeline => pipeline.account));
    if (!given) throw new Error(`${ofRole[0].who} works with ${arn}, which stands in no template.`);
    return { role: given, given: !role, pipelineName: SAID[assembly.name]?.roles?.[ofRole[0].who]?.reads ?? /:role\/conveyor\/([^/]+)\//.exec(arn)?.[1], uses: ofRole, needs: ofRole.flatMap(use => use.needs) };
  });
}

/** What starts a build. */
type Started = Pick<ActionPlan, 'provider' | 'configuration' | 'inputs' | 'outputs' | 'roleArn' | 'region'>;

class UsesOfPipeline {
  private readonly arn: string;

  constructor(private readonly assembly: Assembly, private readonly pipeline: PipelinePlan) {
    this.arn = `arn:aws:codepipeline:${pipeline.region}:${pipeline.account}:${pipeline.name}`;
  }

  all(): Use[] {
    const worked = this.pipeline.stages.flatMap(stage => [...stage.actions.flatMap(action => this.action(stage, action)), ...this.rules(stage)]);
    return [this.itself(worked), ...worked];
  }

  /** The pipeline's own role: it takes on the others, and brings artifacts to where nobody else does. */
  private itself(worked: readonly Use[]): Use {
    const roles = new Set(worked.filter(({ kind }) => kind === 'action' || kind === 'rule').map(({ roleArn }) => roleArn));
    const actions = this.pipeline.stages.flatMap(stage => stage.actions);
    const written = actions.flatMap(action => namesOf(action.outputs));
    const roleless = actions.filter(action => action.owner !== 'AWS');
    return {
      who: this.pipeline.name,
      kind: 'pipeline',
      roleArn: this.pipeline.roleArn!,
      callers: [{ principal: 'codepipeline.amazonaws.com', context: { 'aws:SourceAccount': this.pipeline.account, 'aws:SourceArn': this.arn } }],
      needs: [
        ...[...roles].flatMap(role => calls('sts', 'AssumeRole', role)),
        ...roleless.flatMap(action => this.artifacts(this.pipeline.region, action.inputs, namesOf(action.outputs))),
        ...(this.pipeline.stores.length > 1 ? this.pipeline.stores.flatMap(({ region }) => this.artifacts(region, written, written)) : []),
      ],
    };
  }

  private action(stage: StagePlan, action: ActionPlan): Use[] {
    const who = `${this.pipeline.name}/${stage.name}/${action.name}`;
    const needsOf = needsOfAction(action.category, action.owner, action.provider);
    const topic = this.assembly.plan.resources.find('AWS::SNS::Topic', action.configuration.NotificationArn ?? '');
    const said = { topicKey: topic?.properties.KmsMasterKeyId as string | undefined, ...SAID[this.assembly.name]?.actions?.[who] };
    const use = this.use(who, 'action', action, needsOf, said, namesOf(action.outputs));
    return [
      ...(use ? [{ ...use, type: `${action.category}/${action.owner}/${action.provider}` }] : []),
      ...this.build(who, action, said),
      ...this.execution(who, action),
    ];
  }

  private rules(stage: StagePlan): Use[] {
    const conditions = [...stage.beforeEntry ?? [], ...stage.onSuccess ?? [], ...stage.onFailure?.conditions ?? []];
    return conditions.flatMap(condition => condition.rules).flatMap(rule => {
      const who = `${this.pipeline.name}/${stage.name}/${rule.name} (rule)`;
      const use = this.use(who, 'rule', rule, needsOfRule(rule.provider), {}, []);
      return [...(use ? [{ ...use, type: `Rule/AWS/${rule.provider}` }] : []), ...this.build(who, { ...rule, outputs: [] }, {})];
    });
  }

  /** @throws when it must be able to do something and has no role */
  private use(who: string, kind: Use['kind'], one: ActionPlan | RulePlan, needsOf: NeedsOf, said: Said, writes: readonly string[]): Use | undefined {
    const place = this.place(one, said);
    const foreign = 'owner' in one && one.owner !== 'AWS';
    const needs = [...needsOf(one as Declared, place), ...(foreign ? [] : this.artifacts(place.region, one.inputs, writes))];
    if (!one.roleArn) {
      if (needs.length) throw new Error(`${who} must call ${needs[0].action}, and has no role.`);
      return undefined;
    }
    return { who, kind, roleArn: one.roleArn, callers: [{ principal: this.pipeline.roleArn!, context: {} }], needs };
  }

  /** The build that an action or a rule starts, when its project stands in the assembly. */
  private build(who: string, action: Started, said: Said): Use[] {
    if (action.provider !== 'CodeBuild') return [];
    const project = this.assembly.plan.resources.find('AWS::CodeBuild::Project', action.configuration.ProjectName);
    if (!project) return [];
    const place = { ...this.place(action, said), account: project.account, region: project.region };
    type Roles = { readonly ServiceRole: string; readonly BuildBatchConfig?: { readonly ServiceRole: string } };
    const { ServiceRole: serviceRole, BuildBatchConfig: batch } = project.properties as unknown as Roles;
    const kept = isKept(this.assembly.name, project);
    const kind = kept ? 'own' : 'build';
    const callers: Caller[] = [{ principal: 'codebuild.amazonaws.com', context: kept ? {} : { 'aws:SourceAccount': project.account, 'aws:SourceArn': project.arn } }];
    return [{
      who: `${who} (build)`,
      kind,
      roleArn: serviceRole,
      callers,
      needs: [
        ...buildNeeds(project, this.pipeline, [action], place, this.store(place.region)),
        ...this.artifacts(place.region, action.inputs, namesOf(action.outputs)),
        ...said.allows ?? [],
      ],
    }, ...(batch ? [{
      who: `${who} (batch)`,
      kind,
      roleArn: batch.ServiceRole,
      callers,
      // the CodeBuild guide, "Batch builds in AWS CodeBuild", "Batch service role"
      needs: calls('codebuild', 'StartBuild StopBuild RetryBuild', project.arn),
    } as const] : [])];
  }

  /** The role that CloudFormation is given, when it stands in the assembly. */
  private execution(who: string, action: ActionPlan): Use[] {
    const { provider, configuration } = action;
    const roleArn = configuration.RoleArn;
    if (provider !== 'CloudFormation' || !roleArn || !this.assembly.roles.has(roleArn)) return [];
    return [{
      who: `${who} (CloudFormation)`,
      kind: 'execution',
      roleArn,
      callers: [{ principal: 'cloudformation.amazonaws.com', context: {} }],
      needs: [
        ...SAID[this.assembly.name]?.executions?.[who] ?? [],
        // what the template's parameters name in further artifacts, the code of functions say, CloudFormation fetches itself
        ...this.artifacts(action.region ?? this.pipeline.region, action.inputs.slice(1), []),
      ],
    }];
  }

  private place({ roleArn, region }: { roleArn?: string; region?: string }, said: Said): Place {
    return {
      partition: 'aws',
      region: region ?? this.pipeline.region,
      account: roleArn ? accountOf(roleArn) : this.pipeline.account,
      pipelineName: this.pipeline.name,
      resources: this.assembly.plan.resources,
      said,
    };
  }

  private artifacts(region: string, reads: readonly string[], writes: readonly string[]): Need[] {
    return artifactNeeds(this.store(region), this.pipeline.name, reads, writes);
  }

  private store(region: string): Store {
    return storeOf(this.assembly, this.pipeline, region);
  }
}

function storeOf(assembly: Assembly, pipeline: PipelinePlan, region: string): Store {
  const store = pipeline.stores.find(one => one.region === region);
  if (!store?.keyId) throw new Error(`The pipeline ${pipeline.name} has no store with a key in ${region}.`);
  return { bucketArn: `arn:aws:s3:::${store.bucket}`, keyArn: assembly.keyOf(store.keyId), region };
}

const namesOf = (outputs: ActionPlan['outputs']) => outputs.map(({ name }) => name);

/** EventBridge starts pipelines, each with the role of its target. */
function eventUses({ plan }: Assembly): Use[] {
  return plan.resources.ofType('AWS::Events::Rule').flatMap(rule => {
    const targets = (rule.properties.Targets ?? []) as { Arn: string; RoleArn?: string }[];
    return targets.filter(({ RoleArn }) => RoleArn).map(({ Arn, RoleArn }): Use => ({
      who: `${rule.name} (event)`,
      kind: 'event',
      roleArn: RoleArn!,
      callers: [{ principal: 'events.amazonaws.com', context: { 'aws:SourceAccount': rule.account, 'aws:SourceArn': rule.arn } }],
      needs: calls('codepipeline', 'StartPipelineExecution', Arn),
    }));
  });
}

/** Roles of the example's own that the library lets at something. */
function ownRoles(assembly: Assembly): Use[] {
  return Object.entries(SAID[assembly.name]?.roles ?? {}).map(([name, one]): Use => {
    const role = [...assembly.roles.values()].find(({ arn }) => new RegExp(`/${name}([0-9A-F]{8})?$`).test(arn))
      ?? givenRole(assembly.name, `arn:aws:iam::${assembly.plan.pipelines[0].account}:role/${name}`);
    if (!role) throw new Error(`${assembly.name} has no role "${name}".`);
    const pipeline = assembly.plan.pipelines.find(({ name: pipelineName }) => pipelineName === one.reads);
    const written = pipeline?.stages.flatMap(({ actions }) => actions.flatMap(({ outputs }) => namesOf(outputs))) ?? [];
    const reads = pipeline ? artifactNeeds(storeOf(assembly, pipeline, pipeline.region), pipeline.name, written, one.writes ? written : []) : [];
    return { who: name, kind: 'own', roleArn: role.arn, callers: [], needs: [...one.calls ?? [], ...reads] };
  });
}
