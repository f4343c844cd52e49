import { near } from '../../catalog/nearest';
import type { Declared, PipelinePlan } from '../../plan';
import { type Check, type Problem } from '../check';
import { isClosed, lacks, shown } from '../known';
import { isWhole } from '../parts';
import { resourceOf } from './starters';

/** The ways in which a webhook knows who calls, and the only thing that each of them is told. */
const AUTHENTICATION: Readonly<Record<string, string | undefined>> = { GITHUB_HMAC: 'SecretToken', IP: 'AllowedIPRange', UNAUTHENTICATED: undefined };
const NEEDED = ['Authentication', 'AuthenticationConfiguration', 'Filters', 'TargetAction'];
const MOST_FILTERS = 5;

export const WEBHOOK: Check = {
  id: 'conveyor:webhook',
  severity: 'error',
  title: 'A webhook does not belong to a source of its pipeline, or does not say who may call it, or with what',
  why: 'CodePipeline refuses the webhook, and the deployment fails.',
  mend: 'Name a source action as TargetAction, give 1 to 5 filters, and what the authentication asks for: a SecretToken for GITHUB_HMAC, an AllowedIPRange for IP.',
  source: 'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_WebhookDefinition.html',
  * find(pipeline, plan) {
    const name = resourceOf(pipeline, plan)?.name;
    for (const { declared } of plan.resources.ofType('AWS::CodePipeline::Webhook', pipeline.file)) {
      if (name === undefined || declared.at('TargetPipeline').written !== name) continue;
      for (const key of NEEDED) if (lacks(declared, key)) yield { at: declared, wrong: `The webhook has no ${key}.`, mend: `Add ${key}.` };
      yield* wrongAction(declared.at('TargetAction'), pipeline);
      yield* wrongAuthentication(declared);
      yield* wrongFilters(declared.at('Filters'));
    }
  },
};

function* wrongAction(target: Declared, pipeline: PipelinePlan): Generator<Problem> {
  const sources = pipeline.declared.at('Stages').items[0]?.at('Actions').items.map(action => action.at('Name').text) ?? [];
  if (target.text === undefined || !isWhole(pipeline) || sources.includes(undefined) || sources.includes(target.text)) return;
  const meant = near(target.text, sources.map(String));
  yield { at: target, wrong: `The first stage has no action ${shown(target.text)}.`, mend: meant ? `Did you mean "${meant}"?` : 'Name a source action.' };
}

function* wrongAuthentication(webhook: Declared): Generator<Problem> {
  const [authentication, configuration] = [webhook.at('Authentication'), webhook.at('AuthenticationConfiguration')];
  if (authentication.text === undefined) return;
  if (!Object.hasOwn(AUTHENTICATION, authentication.text)) {
    yield { at: authentication, wrong: `The authentication is ${shown(authentication.text)}.`, mend: `Use ${Object.keys(AUTHENTICATION).join(', ')}.` };
    return;
  }
  const wanted = AUTHENTICATION[authentication.text];
  if (wanted !== undefined && lacks(configuration, wanted)) yield { at: configuration, wrong: `The authentication ${authentication.text} has no ${wanted}.`, mend: `Add ${wanted}.` };
  const other = isClosed(configuration) ? configuration.keys.find(key => key !== wanted) : undefined;
  if (other !== undefined) yield { at: configuration.at(other), wrong: `The authentication ${authentication.text} has ${shown(other)}.`, mend: 'Leave it out.' };
  const range = configuration.at('AllowedIPRange');
  if (range.text !== undefined && !/^[\da-fA-F.:]+\/\d{1,3}$/.test(range.text)) yield { at: range, wrong: `${shown(range.text)} is no range of addresses.`, mend: 'Write it as in "192.0.2.0/24".' };
}

function* wrongFilters(filters: Declared): Generator<Problem> {
  const count = filters.items.length;
  if (filters.isList && (count > MOST_FILTERS || (filters.isWhole && count === 0))) yield { at: filters, wrong: `The webhook has ${count === 0 ? 'no filter' : `${count} filters`}.` };
  for (const filter of filters.items) if (lacks(filter, 'JsonPath')) yield { at: filter, wrong: 'The filter has no JsonPath.', mend: 'Say what is looked at: JsonPath: "$.ref".' };
}
