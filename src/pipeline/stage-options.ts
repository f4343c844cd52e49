import { Rule } from '../conditions/rule';

/** What becomes of a stage whose entry rules do not hold. */
export enum EntryResult {
  /** It fails, and the execution ends. */
  FAIL = 'FAIL',
  /** It is skipped, and the execution goes on; only where the rules are functions or variables. */
  SKIP = 'SKIP',
}

/** What becomes of a stage whose success rules do not hold. */
export enum SuccessResult {
  /** It fails. */
  FAIL = 'FAIL',
  /** It goes back to the last execution that succeeded in it. */
  ROLLBACK = 'ROLLBACK',
}

/** When a stage begins, when it has succeeded, and what it does when it fails. */
export interface StageOptions {
  /**
   * What must hold before the stage begins: at most five rules, and all must hold.
   * @default - nothing
   */
  readonly entry?: Rule[];
  /**
   * What becomes of the stage when they do not hold.
   * @default EntryResult.FAIL
   */
  readonly entryResult?: EntryResult;
  /**
   * What must hold after the stage, for it to have succeeded: at most five rules, and all must hold.
   * @default - nothing
   */
  readonly success?: Rule[];
  /**
   * What becomes of the stage when they do not hold.
   * @default - it goes back where `rollback` says so, and fails otherwise
   */
  readonly successResult?: SuccessResult;
  /**
   * Goes back to the last execution that succeeded in this stage when an action fails.
   * @default true for environments, false for other stages
   */
  readonly rollback?: boolean;
  /**
   * Rules to be judged when an action has failed: the stage goes back by them, and not without. At most five.
   *
   * AWS's pages contradict each other about whether it goes back when they hold or when they do not. This library
   * takes it that the stage goes back when all of them hold, as the API reference says of a condition's result.
   *
   * @default - a failure is enough
   */
  readonly failure?: Rule[];
  /**
   * Tries the failed actions once more, in place of a rollback.
   * @default false
   */
  readonly retry?: boolean;
  /**
   * Holds every execution in front of the stage until somebody enables the transition; this is the reason that people see:
   * 1 to 300 letters, digits, spaces and `! @ ( ) . * ? -`.
   * @default - executions enter
   */
  readonly closed?: string;
}
