/** What the checks find in the deployments that a document can become. */

import { CHECKS } from './all';
import type { Check, Problem } from './check';
import type { Path, PipelinePlan, Plan } from '../plan';

/** What is wrong, where, and how to mend it. */
export interface Finding {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly mend: string;
  readonly pipeline: string;
  /** the part of the pipeline: `stage`, or `stage/action`; undefined for the pipeline as a whole */
  readonly part?: string;
  /** the construct's path in its app, where the template tells it */
  readonly constructPath?: string;
  readonly logicalId: string;
  /** the template's file */
  readonly file: string;
  /** from the template's root */
  readonly path: Path;
  /** why it stands, when somebody has acknowledged it */
  readonly acknowledged?: string;
}

/**
 * Holds a document to the checks.
 *
 * @param deployments what it can become: a finding counts when it stands in every one that has the part which it is about
 */
export function findingsOf(deployments: readonly Plan[], checks: readonly Check[] = CHECKS): Finding[] {
  const found = new Map<string, { finding: Finding; times: number }>();
  const ofTemplates = new Map<string, Finding[]>();
  for (const plan of deployments) {
    const seen = new Set<string>();
    for (const pipeline of plan.pipelines) {
      for (const check of isBoundless(pipeline) ? checks.filter(({ id }) => SIZES.has(id)) : checks) {
        if (check.ofTemplate) {
          const key = `${check.id} ${pipeline.file}`;
          if (!ofTemplates.has(key)) ofTemplates.set(key, [...check.find(pipeline, plan)].map(problem => findingOf(check, problem, pipeline, plan)));
          continue;
        }
        for (const problem of check.find(pipeline, plan)) {
          const finding = findingOf(check, problem, pipeline, plan);
          const key = JSON.stringify([finding.id, finding.file, finding.path]);
          if (seen.has(key)) continue;
          seen.add(key);
          const known = found.get(key);
          if (known) known.times++; else found.set(key, { finding, times: 1 });
        }
      }
    }
  }
  const deployed = [...found.values()]
    .filter(({ finding, times }) => times === deployments.filter(plan => plan.isDeployed(finding.file, finding.path)).length)
    .map(({ finding }) => finding);
  return [...deployed, ...[...ofTemplates.values()].flat()];
}

/** A pipeline many times larger than CodePipeline takes is told just that. */
const SIZES: ReadonlySet<string> = new Set(['conveyor:stage-count', 'conveyor:pipeline-size']);

function isBoundless({ stages }: PipelinePlan): boolean {
  return stages.length > 1000 || stages.reduce((sum, { actions }) => sum + actions.length, 0) > 10_000;
}

function findingOf(check: Check, { at, wrong, mend }: Problem, pipeline: PipelinePlan, plan: Plan): Finding {
  const { logicalId, file } = pipeline;
  const path = check.ofTemplate ? at.path : plan.branchAt(file, at.path);
  const { id, severity } = check;
  const part = partOf(pipeline, path);
  const constructPath = pipeline.constructPath === undefined ? undefined : constructOf(pipeline.constructPath, part);
  return {
    id,
    severity,
    message: wrong,
    mend: mend ?? check.mend,
    pipeline: pipeline.name,
    part,
    constructPath,
    logicalId,
    file,
    path,
    acknowledged: pipeline.acknowledged[id] ?? acknowledgedAt(plan, id, constructPath),
  };
}

/** A stage and an action of the CDK stand beside the resource of their pipeline. */
function constructOf(resourcePath: string, part: string | undefined): string {
  const pipelinePath = resourcePath.replace(/\/Resource$/, '');
  return part ? `${pipelinePath}/${part}` : pipelinePath;
}

function acknowledgedAt(plan: Plan, id: string, constructPath = ''): string | undefined {
  return plan.acknowledgements.find(one => one.id === id && `${constructPath}/`.startsWith(`${one.constructPath}/`))?.reason;
}

function partOf(pipeline: PipelinePlan, path: Path): string | undefined {
  const within = (whole: Path) => whole.length <= path.length && whole.every((key, index) => key === path[index]);
  const stage = pipeline.stages.find(one => within(one.declared.path));
  const action = stage?.actions.find(one => within(one.declared.path));
  return stage && [stage.name, ...(action ? [action.name] : [])].join('/');
}
