import { COMMANDS } from '../../catalog/builds';
import { EKS } from '../../catalog/compute-deploys';
import { INSPECTOR_SCAN } from '../../catalog/invokes';
import type { Provider } from '../../catalog/provider';
import { COMMANDS_RULE, RULES } from '../../catalog/rules';
import type { Declared } from '../../plan';
import { type Check, type Problem } from '../check';
import { actionsOf, rulesOf } from '../parts';

export const COMMANDS_ELSEWHERE: Check = {
  id: 'conveyor:commands-elsewhere',
  severity: 'error',
  title: 'An action or a rule has commands, output variables or environment variables, and a provider that takes none',
  why: 'CodePipeline refuses the pipeline: commands and output variables are for the provider Commands, environment variables for it and for EKS.',
  mend: 'Leave it out, or use an action of the provider Commands.',
  source: COMMANDS.source,
  * find(pipeline) {
    for (const { action: { declared }, row } of actionsOf(pipeline)) {
      if (!row || row === COMMANDS) continue;
      yield* elsewhere(declared, 'Commands', `${row.provider} takes no commands.`);
      yield* elsewhere(declared, 'OutputVariables', `${row.provider} is not told which variables it gives.`, 'Leave `OutputVariables` out.');
      if (!mayTakeEnvironment(row)) {
        yield* elsewhere(declared, 'EnvironmentVariables', `${row.provider} takes no environment variables of the action.`, 'EnvironmentVariables' in row.configuration
          ? 'Put them into the configuration, under EnvironmentVariables, as a JSON text: [{"name":"…","value":"…"}].' : 'Leave them out.');
      }
    }
    for (const { rule: { declared } } of rulesOf(pipeline)) {
      const provider = declared.at('RuleTypeId', 'Provider').text;
      if (provider === COMMANDS_RULE.provider || !RULES.some(one => one.provider === provider)) continue;
      yield* elsewhere(declared, 'Commands', `A ${provider} rule takes no commands.`, 'Leave them out, or use a rule of the provider Commands.');
    }
  },
};

/**
 * INFERRED: the guide names Commands and EKS. Whether the other actions that run on CodePipeline's own compute refuse
 * environment variables it does not say, so that nothing is said of them.
 */
function mayTakeEnvironment(row: Provider): boolean {
  return row === EKS || row === INSPECTOR_SCAN || row.pipelineType === 'V2';
}

function* elsewhere(declared: Declared, key: string, wrong: string, mend?: string): Generator<Problem> {
  const list = declared.at(key);
  if (list.items.length > 0 || list.text) yield { at: list, wrong, mend };
}
