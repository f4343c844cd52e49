import { refuse } from '../../refuse';

/** How much of the calls a new version gets, and how fast. */
export interface TrafficShift {
  /** How much of the calls moves at a time: a whole number, 1 to 99. */
  readonly percent: number;
  /** How long the next step waits, in minutes: a whole number. All waits together have at most 2 days, 2880 minutes. */
  readonly minutes: number;
}

/** How an alias moves to a new version of its function. */
export class LambdaStrategy {
  /** All calls at once. */
  static allAtOnce(): LambdaStrategy {
    return new LambdaStrategy('AllAtOnce');
  }

  /** A part of the calls first, and all others after a while. */
  static canary(shift: TrafficShift): LambdaStrategy {
    check('LambdaStrategy.canary', shift, 1);
    return new LambdaStrategy(`Canary${shift.percent}Percent${minutes(shift)}`);
  }

  /** A part of the calls after another, in equal steps. */
  static linear(shift: TrafficShift): LambdaStrategy {
    check('LambdaStrategy.linear', shift, Math.ceil(100 / shift.percent) - 1);
    return new LambdaStrategy(`Linear${shift.percent}PercentEvery${minutes(shift)}`);
  }

  private constructor(
    /** The strategy, as CodePipeline names it: `AllAtOnce`, `Canary10Percent5Minutes`, `Linear10PercentEvery1Minute`. */
    public readonly name: string,
  ) {}
}

const LONGEST = 2 * 24 * 60;

/** The guide writes `1Minute` of linear strategies, and `5Minutes`. INFERRED: that canary strategies write the one like that, too. */
function minutes(shift: TrafficShift): string {
  return shift.minutes === 1 ? '1Minute' : `${shift.minutes}Minutes`;
}

/** INFERRED: that the limit of two days is held against the waits between the steps, and not against one more behind the last. */
function check(where: string, shift: TrafficShift, waits: number) {
  if (!Number.isInteger(shift.percent) || shift.percent < 1 || shift.percent > 99) {
    refuse(where, `${shift.percent} percent of the calls cannot move at a time.`, 'Use a whole number from 1 to 99; for all of them there is LambdaStrategy.allAtOnce().');
  }
  if (!Number.isInteger(shift.minutes) || shift.minutes < 1) refuse(where, `A step cannot wait ${shift.minutes} minutes.`, 'Use a whole number from 1.');
  if (waits * shift.minutes > LONGEST) {
    refuse(where, `The deployment waits ${waits * shift.minutes} minutes in all.`, `CodePipeline takes at most ${LONGEST}, which is 2 days: use fewer minutes or more percent.`);
  }
}
