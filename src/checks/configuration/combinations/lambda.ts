import type { Problem } from '../../check';
import { shown } from '../../known';
import type { Configured } from '../configured';

const STRATEGY = /^(?:AllAtOnce|Canary(?<share>\d{1,4})Percent(?<wait>\d{1,6})Minutes?|Linear(?<step>\d{1,4})PercentEvery(?<pause>\d{1,6})Minutes?)$/;
const ALARMS = 10;
const LONGEST = 2 * 24 * 60;

/** A version that an alias moves to. */
export function* lambdaDeploy(action: Configured): Generator<Problem> {
  const { configuration } = action;
  if (action.lacks('FunctionAlias')) {
    for (const key of ['DeployStrategy', 'PublishedTargetVersion']) {
      const value = configuration.at(key);
      if (value.given && value.text !== 'AllAtOnce') yield { at: value, wrong: `The deployment has a ${key}, and no alias that would move.`, mend: 'Add FunctionAlias.' };
    }
  }
  if (action.inputs?.length === 0 && action.lacks('PublishedTargetVersion')) {
    yield { at: action.where, wrong: 'The deployment reads no artifact, and names no version.', mend: 'Add an input artifact, or PublishedTargetVersion.' };
  }
  yield* wrongStrategy(action);
  const alarms = action.fixed('Alarms')?.split(',').length ?? 0;
  if (alarms > ALARMS) yield { at: configuration.at('Alarms'), wrong: `The deployment has ${alarms} alarms.`, mend: `CodePipeline takes ${ALARMS}; a composite alarm can stand for many.` };
}

function* wrongStrategy(action: Configured): Generator<Problem> {
  const at = action.configuration.at('DeployStrategy');
  const text = action.fixed('DeployStrategy');
  if (text === undefined || text === '') return;
  const groups = STRATEGY.exec(text);
  if (!groups) {
    yield { at, wrong: `The strategy is ${shown(text)}.`, mend: 'Write it as AllAtOnce, Canary10Percent5Minutes or Linear10PercentEvery1Minute.' };
    return;
  }
  const { share, wait, step, pause } = groups.groups ?? {};
  if (!(share ?? step)) return;
  const [percent, minutes] = [Number(share ?? step), Number(wait ?? pause)];
  const waits = share ? 1 : Math.ceil(100 / percent) - 1;
  if (percent < 1 || percent > 99) yield { at, wrong: `The strategy moves ${percent} percent.`, mend: 'Use 1 to 99.' };
  else if (minutes < 1) yield { at, wrong: 'The strategy does not wait.', mend: 'Use at least one minute, or AllAtOnce.' };
  else if (waits * minutes > LONGEST) yield { at, wrong: `The deployment waits ${waits * minutes} minutes in all.`, mend: `CodePipeline takes ${LONGEST}, which is 2 days.` };
}
