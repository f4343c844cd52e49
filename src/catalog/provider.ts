/**
 * The shape of a row of the catalog: what CodePipeline knows of one action provider.
 *
 * Rows are plain data, so that the constructs (which render and grant from them), the checks and the
 * engine all read the same facts.
 */

import type { Form } from './forms';

/** CodePipeline's action categories. */
export type Category = 'Source' | 'Build' | 'Test' | 'Deploy' | 'Approval' | 'Invoke' | 'Compute';

/** Who provides the action. Only `AWS` actions may have a role of their own. */
export type Owner = 'AWS' | 'ThirdParty' | 'Custom';

/** How many artifacts an action takes or gives. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** What a number in a configuration may be. */
export interface NumberRange extends Bounds {
  /** whether it may have a fraction */
  readonly fraction?: boolean;
}

/** One key of an action's configuration. */
export interface ConfigurationKey {
  readonly required?: boolean;
  /** never in plain text: only as a reference to where it is kept */
  readonly secret?: boolean;
  /** the only values the service takes, when they can be listed */
  readonly values?: readonly string[];
  /** what the value looks like */
  readonly form?: Form;
  /** the value is a number within these bounds */
  readonly range?: NumberRange;
  /** the value is JSON: an object, or a list of objects */
  readonly json?: 'object' | 'list';
  /** the value is the name of an input artifact, a file in one (`Artifact::path`), or maybe such a file and maybe something else */
  readonly artifact?: 'name' | 'file' | 'maybe';
}

/** The facts that permissions depend on: the account and region of the action, and its configuration. */
export interface PermissionRequest {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly pipelineName: string;
  readonly configuration: Readonly<Record<string, string | undefined>>;
  /** ARNs that the configuration implies but does not spell, by the names that the row asks for */
  readonly arns: Readonly<Record<string, readonly string[]>>;
}

/** One statement of the policy that an action's role gets. */
export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  /** why it names more than one thing: a wildcard without a reason is found by whoever judges the policy */
  readonly why?: string;
}

/** One action provider of CodePipeline. */
export interface Provider {
  readonly category: Category;
  /** a further category under which the same provider may stand, with the same facts */
  readonly alsoAs?: Category;
  readonly owner: Owner;
  readonly provider: string;
  readonly version: string;
  /** what of this library makes its actions */
  readonly factories?: readonly string[];
  /** the pipeline type that the provider needs; any type when it is left out */
  readonly pipelineType?: 'V2';
  readonly inputs: Bounds;
  readonly outputs: Bounds;
  readonly configuration: Readonly<Record<string, ConfigurationKey>>;
  /** names of the variables that the action gives; `'*'` when the action's own work decides */
  readonly variables: readonly string[] | '*';
  /** whether the actions of one stage share a role: many small ones that differ only in what they name */
  readonly pooled?: boolean;
  /** where the service's own documentation states this */
  readonly source: string;
  /** everything the action's role may do beside reading and writing artifacts */
  permissions(request: PermissionRequest): readonly Permission[];
}
