import type { Declared, PipelinePlan, Plan } from '../plan';

/** A rule that a pipeline is held to: one a file, a pure function of the plan and the catalog. */
export interface Check {
  /** stable: acknowledgements and suppressions name it */
  readonly id: `conveyor:${string}`;
  /** `error`: CodePipeline refuses it, or it cannot work; `warning`: it is only unwise */
  readonly severity: 'error' | 'warning';
  /** what is the case when it finds something: a sentence for the list of checks */
  readonly title: string;
  /** what the service, or the day of the release, would make of it */
  readonly why: string;
  /** what to do about it */
  readonly mend: string;
  /** where the service says so */
  readonly source?: string;
  /** whether it is about the whole template, in whatever deployment: it is asked for one pipeline of each template */
  readonly ofTemplate?: boolean;
  /** What is wrong with a pipeline. What cannot be known is never wrong. */
  find(pipeline: PipelinePlan, plan: Plan): Iterable<Problem>;
}

/** One thing that a check found. */
export interface Problem {
  readonly at: Declared;
  /** what is wrong, with the value: a sentence */
  readonly wrong: string;
  /** what to do about this one, where more can be said than the check's own mend */
  readonly mend?: string;
}

/** Where the service says what it takes. */
export const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide';
export const LIMITS = `${GUIDE}/limits.html`;
export const STRUCTURE = `${GUIDE}/reference-pipeline-structure.html`;
