import type { PipelinePlan, StagePlan } from '../../plan';
import { type Check, GUIDE } from '../check';
import { lacks } from '../known';
import { actionsOf, isWhole, type PlacedAction } from '../parts';
import { isDeployment } from './deployments';
import { isOtherEnvironment, isProduction } from './production';

const TAGS = new Set(['environment', 'env', 'stage']);

export const PRODUCTION_WITHOUT_APPROVAL: Check = {
  id: 'conveyor:production-without-approval',
  severity: 'warning',
  title: 'A production stage deploys, and neither a person nor a rule has a say before it',
  why: 'Every change that passes the stages before goes live at once, at any hour. A stage counts as production when prod, prd, production or '
    + 'live is a word of its name, or of the name of an action that deploys in it; in a pipeline that is tagged so (environment, env or stage), '
    + 'when no stage is named so, the last one that deploys. An approval anywhere before it is enough, as is a rule at its entry or a '
    + 'transition into it that is disabled.',
  mend: 'Put a manual approval before it, or give the stage an entry condition (BeforeEntry), such as a deployment window.',
  source: `${GUIDE}/approvals.html`,
  * find(pipeline) {
    if (!isWhole(pipeline)) return;
    const actions = actionsOf(pipeline);
    const first = firstInProduction(pipeline, actions.filter(isDeployment));
    if (first === undefined || isHeld(pipeline, first.stage) || hasEntryRule(pipeline, first)) return;
    if (actions.some(other => mayApprove(other) && mayComeBefore(other, first))) return;
    const { stage, action } = first;
    yield {
      at: stage.declared,
      wrong: `The stage "${stage.name}" brings changes to production ("${action.name}"), and nothing before it asks a person or a rule.`,
      ...(pipeline.declared.at('PipelineType').text === 'V2' ? {} : { mend: 'Put a manual approval before it.' }),
    };
  },
};

/** The deployment that changes production first. What passes the way into it, passes the way into the next as well. */
function firstInProduction({ declared, stages }: PipelinePlan, deployments: readonly PlacedAction[]): PlacedAction | undefined {
  const named = deployments.filter(({ stage, action }) => isNamed(stage) || isProduction(action.declared.at('Name').text ?? ''));
  if (named.length) return earliest(named.filter(({ stage }) => stage === named[0].stage));
  const isTagged = declared.at('Tags').items
    .some(tag => TAGS.has((tag.at('Key').text ?? '').toLowerCase()) && isProduction(tag.at('Value').text ?? ''));
  const last = deployments[deployments.length - 1]?.stage;
  if (!isTagged || last === undefined || stages.some(isNamed) || isOtherEnvironment(last.name)) return undefined;
  return earliest(deployments.filter(({ stage }) => stage === last));
}

function isNamed({ declared }: StagePlan): boolean {
  return isProduction(declared.at('Name').text ?? '');
}

function earliest(deployments: readonly PlacedAction[]): PlacedAction {
  return deployments.reduce((first, other) => (other.action.runOrder < first.action.runOrder ? other : first));
}

function mayApprove({ action: { declared } }: PlacedAction): boolean {
  const category = declared.at('ActionTypeId', 'Category').text;
  return category === undefined || category === 'Approval';
}

function mayComeBefore(one: PlacedAction, other: PlacedAction): boolean {
  if (one.stageIndex !== other.stageIndex) return one.stageIndex < other.stageIndex;
  return [one, other].some(({ action }) => action.declared.at('RunOrder').unknown) || one.action.runOrder < other.action.runOrder;
}

function hasEntryRule({ stages }: PipelinePlan, { stage, stageIndex }: PlacedAction): boolean {
  return [stage, ...stages.slice(0, stageIndex).filter(isNamed)].some(({ declared }) => !lacks(declared, 'BeforeEntry'));
}

/** Whether the transition into the stage is disabled until somebody enables it. */
function isHeld({ declared }: PipelinePlan, { name }: StagePlan): boolean {
  const transitions = declared.at('DisableInboundStageTransitions');
  return transitions.unknown || transitions.items.some(one => one.unknown || one.at('StageName').unknown || one.at('StageName').text === name);
}
