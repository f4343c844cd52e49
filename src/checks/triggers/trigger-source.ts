import { near } from '../../catalog/nearest';
import type { Declared, PipelinePlan } from '../../plan';
import { type Check, GUIDE, type Problem } from '../check';
import { lacks, shown } from '../known';
import { isWhole } from '../parts';
import { twice } from '../twice';

const PROVIDER = 'CodeStarSourceConnection';

export const TRIGGER_SOURCE: Check = {
  id: 'conveyor:trigger-source',
  severity: 'error',
  title: 'A trigger does not belong to a source that has a connection, or two triggers belong to one source',
  why: 'CodePipeline refuses the pipeline: each trigger names one CodeStarSourceConnection action of the first stage, and no other trigger names it.',
  mend: 'Name the source action in GitConfiguration.SourceActionName, and put all filters of a source into one trigger.',
  source: `${GUIDE}/pipelines-triggers.html`,
  * find(pipeline) {
    for (const { declared } of pipeline.triggers) {
      yield* wrongProvider(declared);
      if (lacks(declared, 'GitConfiguration')) {
        yield { at: declared, wrong: 'The trigger has no GitConfiguration.', mend: 'Say in GitConfiguration which source starts the pipeline, and on what.' };
        continue;
      }
      const git = declared.at('GitConfiguration');
      if (lacks(git, 'SourceActionName')) yield { at: git, wrong: 'The trigger names no source action.' };
      const name = git.at('SourceActionName');
      if (name.text !== undefined) yield* wrongAction(pipeline, name, name.text);
    }
    for (const { at, text } of twice(pipeline.triggers.map(({ declared }) => declared.at('GitConfiguration', 'SourceActionName')))) {
      yield { at, wrong: `Two triggers belong to the source ${shown(text)}.`, mend: 'Put their filters into one trigger.' };
    }
  },
};

function* wrongProvider(trigger: Declared): Generator<Problem> {
  const type = trigger.at('ProviderType');
  const mend = `Write ProviderType: ${PROVIDER}; sources of other kinds start the pipeline through EventBridge.`;
  if (lacks(trigger, 'ProviderType')) yield { at: trigger, wrong: 'The trigger has no ProviderType.', mend };
  if (type.text !== undefined && type.text !== PROVIDER) yield { at: type, wrong: `The trigger's provider is ${shown(type.text)}.`, mend };
}

function* wrongAction(pipeline: PipelinePlan, at: Declared, name: string): Generator<Problem> {
  const first = pipeline.declared.at('Stages').items[0]?.at('Actions').items ?? [];
  const named = first.find(action => action.at('Name').text === name);
  if (named) {
    const [category, provider] = ['Category', 'Provider'].map(key => named.at('ActionTypeId', key).text);
    if ((category !== undefined && category !== 'Source') || (provider !== undefined && provider !== PROVIDER)) {
      yield { at, wrong: `The action "${name}" is no source with a connection: its provider is ${shown(provider ?? 'unknown')}.`, mend: 'Let EventBridge start the pipeline when that source changes.' };
    }
    return;
  }
  const names = first.map(action => action.at('Name').text);
  if (!isWhole(pipeline) || names.includes(undefined)) return;
  const meant = near(name, names.map(String));
  yield { at, wrong: `The first stage has no action ${shown(name)}.`, mend: meant && `Did you mean "${meant}"?` };
}
