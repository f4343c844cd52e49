import type { Json, Template } from './template';

/** That somebody has seen a finding, and why it stands. */
export interface Acknowledgement {
  readonly id: string;
  readonly reason: string;
  /** the path of the construct that it holds for, with all that is in it */
  readonly constructPath: string;
}

/** One template and what the assembly knows of the stack that it becomes. */
export interface StackSource {
  readonly file: string;
  readonly template: Template;
  readonly stackName: string;
  readonly account?: string;
  readonly region?: string;
  readonly parameters: Json;
  /** construct paths by logical id, for templates whose own metadata lacks them */
  readonly paths: Readonly<Record<string, string>>;
  /** what the app has acknowledged of its constructs */
  readonly acknowledgements: readonly Acknowledgement[];
  /** the template of a nested stack, by the path that its resource's metadata gives */
  nested(asset: string): Template;
}
