/** The roles of the document that work for a pipeline: who takes them on, and what is surely called with them. */

import { type Declared, type PipelinePlan, type Plan, type ResourcePlan } from '../../plan';
import { accountOf, ownAccountOf } from '../account-of';
import { isClosed } from '../known';
import { actionsOf, type PlacedAction } from '../parts';
import { projectOf } from '../project-of';
import { type Call, CALLS, callsOfBuild, READS_ARTIFACTS, WRITES_ARTIFACTS } from './calls';
import { isPrivate, mayBeInvokedByPolicy } from './resource-policies';
import { roleOf } from './role-of';
import { rulesThatStart, schedulesThatStart } from '../triggers/starters';

export interface RoleUse {
  readonly role: ResourcePlan;
  /** where a problem with it is pointed at */
  readonly at: Declared;
  /** "the pipeline", say */
  readonly who: string;
  /** the services of which one takes the role on, by the first part of their names; a pipeline is taken for its service */
  readonly service?: string;
  /** whether a role of the account may take it on instead: the pipeline's own does, for its actions */
  readonly byRole?: boolean;
  /** whether it starts the pipeline */
  readonly starts?: boolean;
  readonly calls: readonly Call[];
}

const found = new WeakMap<PipelinePlan, readonly RoleUse[]>();

export function usesOf(pipeline: PipelinePlan, plan: Plan): readonly RoleUse[] {
  const known = found.get(pipeline) ?? usesIn(pipeline, plan);
  found.set(pipeline, known);
  return known;
}

function usesIn(pipeline: PipelinePlan, plan: Plan): RoleUse[] {
  const uses: RoleUse[] = [];
  const add = (declared: Declared, use: Omit<RoleUse, 'role' | 'at'>) => {
    const role = roleOf(declared, pipeline, plan);
    if (role) uses.push({ role, at: declared, ...use });
  };
  const artifacts = artifactsOf(pipeline, plan);
  const [own, ownAccount] = [roleOf(pipeline.declared.at('RoleArn'), pipeline, plan), ownAccountOf(pipeline)];
  if (own) uses.push({ role: own, at: pipeline.declared.at('RoleArn'), who: 'the pipeline', service: 'codepipeline', calls: [] });
  const projects = new Set<ResourcePlan>();
  for (const placed of actionsOf(pipeline)) {
    const { action: { declared }, row } = placed;
    const [given, configuration] = [declared.at('RoleArn'), declared.at('Configuration')];
    const role = given.given ? roleOf(given, pipeline, plan) : isClosed(declared) ? own : undefined;
    if (role) {
      const takenOn = given.given ? { at: given, service: 'codepipeline', byRole: true } : { at: declared.at('ActionTypeId', 'Provider') };
      uses.push({ role, who: 'the action', calls: row?.owner === 'AWS' ? callsOf(placed, artifacts, plan) : [], ...takenOn });
    }
    const account = own && ownAccount && given.given ? accountOf(given) : undefined;
    if (own && account && account !== ownAccount) uses.push({ role: own, at: given, who: 'the pipeline', calls: [['sts:AssumeRole']] });
    if (row?.provider === 'CloudFormation') add(configuration.at('RoleArn'), { who: 'CloudFormation', service: 'cloudformation', calls: [] });
    if (row?.provider !== 'CodeBuild') continue;
    const instead = configuration.at('ServiceRoleArnOverride');
    add(instead, { who: 'CodeBuild', service: 'codebuild', calls: [] });
    const project = instead.given || !isClosed(configuration) ? undefined : projectOf(declared, pipeline, plan);
    if (project?.file === pipeline.file) projects.add(project);
  }
  for (const { declared } of projects) {
    add(declared.at('ServiceRole'), { who: 'CodeBuild', service: 'codebuild', calls: [...callsOfBuild(declared), ...(artifacts ? [READS_ARTIFACTS] : [])] });
  }
  for (const [service, starters] of [['events', rulesThatStart(pipeline, plan)], ['scheduler', schedulesThatStart(pipeline, plan)]] as const) {
    for (const { target } of starters) add(target.at('RoleArn'), { who: 'EventBridge', service, starts: true, calls: [['codepipeline:StartPipelineExecution']] });
  }
  return uses;
}

/** Whether the artifacts are in a bucket which only roles' own policies open. */
function artifactsOf({ declared, stackName }: PipelinePlan, plan: Plan): boolean {
  return isPrivate(declared.at('ArtifactStore', 'Location'), stackName, plan);
}

/** INFERRED: who reads and writes artifacts; AWS publishes one policy for all actions. */
const READERS: ReadonlySet<string> = new Set(['Deploy/S3', 'Deploy/CloudFormation', 'Deploy/ECS']);

function callsOf({ action: { declared }, row }: PlacedAction, artifacts: boolean, plan: Plan): readonly Call[] {
  const kind = `${row?.category}/${row?.provider}`;
  const configuration = declared.at('Configuration');
  const calls = kind === 'Invoke/Lambda' && mayBeInvokedByPolicy(plan) ? [] : CALLS[kind]?.(configuration) ?? [];
  if (!artifacts) return calls;
  const writes = row?.category === 'Source' && row.provider !== 'ECR' && declared.at('OutputArtifacts').items.length > 0;
  const reads = READERS.has(kind) && declared.at('InputArtifacts').items.length > 0;
  return [...calls, ...(writes ? [WRITES_ARTIFACTS] : []), ...(reads ? [READS_ARTIFACTS] : [])];
}
