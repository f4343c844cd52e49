import type { Json, Template } from './template';

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
  /** the template of a nested stack, by the path that its resource's metadata gives */
  nested(asset: string): Template;
}
