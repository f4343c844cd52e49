import { type Check, GUIDE } from '../check';
import { lacks } from '../known';
import { actionsOf, type PlacedAction } from '../parts';
import { reversible } from './deployments';
import { grouped } from '../grouped';

const HANDLED = new Set(['ROLLBACK', 'RETRY']);

export const DEPLOY_WITHOUT_ROLLBACK: Check = {
  id: 'conveyor:deploy-without-rollback',
  severity: 'warning',
  title: 'A stage deploys, and stays as it is when that fails',
  why: 'A stage that fails half way leaves what it had deployed until then, and the next change waits behind it until somebody comes. With '
    + 'ROLLBACK, CodePipeline runs the stage once more with what last worked in it. V1 pipelines and those in PARALLEL mode have no rollback, and '
    + 'are left alone here, as are stages in which nothing can be taken back that way.',
  mend: 'Give the stage `OnFailure: { Result: ROLLBACK }`; or RETRY where it fails for passing reasons.',
  source: `${GUIDE}/stage-rollback-auto.html`,
  * find(pipeline) {
    const mode = pipeline.declared.at('ExecutionMode');
    if (pipeline.declared.at('PipelineType').text !== 'V2' || mode.unknown || mode.text === 'PARALLEL') return;
    for (const [stage, actions] of grouped(actionsOf(pipeline), placed => placed.stage)) {
      const result = stage.declared.at('OnFailure', 'Result');
      const isSilent = lacks(stage.declared, 'OnFailure');
      if (!isSilent && (result.text === undefined || HANDLED.has(result.text))) continue;
      const deployments = reversible(actions);
      if (!deployments.length) continue;
      yield { at: isSilent ? stage.declared : result, wrong: `Nothing happens when the stage "${stage.name}" fails in deploying ${listed(deployments)}.` };
    }
  },
};

function listed(deployments: readonly PlacedAction[]): string {
  const [first, second, ...others] = deployments.map(({ action }) => `"${action.name}"`);
  return others.length ? `${first} and ${others.length + 1} more` : [first, second].filter(Boolean).join(' and ');
}
