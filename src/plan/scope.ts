/** Where the values of one template come from: its own sections, its stack's environment, and other stacks' exports. */

import { RESOURCE_NAMES, type ResourceNaming } from './resource-names';
import { isObject, type Json, type Template } from './template';
import { unresolved } from './unresolved';

/** The account of templates that name none. */
export const DEFAULT_ACCOUNT = '111111111111';
/** The region of templates that name none. */
export const DEFAULT_REGION = 'us-east-1';

/** What surrounds a template. */
export interface ScopeOptions {
  readonly template: Template;
  readonly stackName: string;
  readonly account?: string;
  readonly region?: string;
  /** values for the template's parameters, over their defaults */
  readonly parameters?: Json;
  /** an export of any stack by its name; undefined when none has it */
  readonly findExport?: (name: string) => unknown;
  /** the outputs of a nested stack by the logical id of its resource */
  readonly nestedOutput?: (logicalId: string, output: string) => unknown;
}

export interface Scope {
  readonly template: Template;
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  readonly pseudo: Readonly<Record<string, string>>;
  readonly parameters: Json;
  readonly findExport: (name: string) => unknown;
  readonly nestedOutput: (logicalId: string, output: string) => unknown;
  /** `Ref`s that were evaluated already, and (as a promise of none) those being evaluated */
  readonly names: Map<string, string>;
}

export function scopeOf(options: ScopeOptions): Scope {
  const account = options.account ?? DEFAULT_ACCOUNT;
  const region = options.region ?? DEFAULT_REGION;
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return {
    template: options.template,
    stackName: options.stackName,
    account,
    region,
    pseudo: {
      'AWS::AccountId': account,
      'AWS::Region': region,
      'AWS::Partition': partition,
      'AWS::URLSuffix': partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
      'AWS::StackName': options.stackName,
      'AWS::StackId': `arn:${partition}:cloudformation:${region}:${account}:stack/${options.stackName}/00000000-0000-0000-0000-000000000000`,
    },
    parameters: options.parameters ?? {},
    findExport: options.findExport ?? (() => undefined),
    nestedOutput: options.nestedOutput ?? (() => undefined),
    names: new Map(),
  };
}

/** A key of an object that a stranger wrote: never something inherited, such as `constructor`. */
export function own(object: unknown, key: string): unknown {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A parameter's value: given, or its default; undefined when the template has no such parameter. */
export function parameterValue(scope: Scope, name: string): unknown {
  const declared = own(scope.template.Parameters, name);
  if (declared === undefined) return undefined;
  const given = own(scope.parameters, name);
  if (given !== undefined) return given;
  const value = own(declared, 'Default');
  if (value === undefined) return unresolved(name);
  const type = own(declared, 'Type');
  // the default of an SSM parameter is the name of a value that lives in AWS
  if (typeof type === 'string' && type.startsWith('AWS::SSM::Parameter')) return unresolved(`ssm:${String(value)}`);
  const isList = type === 'CommaDelimitedList' || (typeof type === 'string' && type.startsWith('List<'));
  return isList && typeof value === 'string' ? value.split(',').map(part => part.trim()) : value;
}

/** What CloudFormation's reference says of a resource type's name and ARN. */
export function namingOf(type: unknown): ResourceNaming {
  return typeof type === 'string' && Object.hasOwn(RESOURCE_NAMES, type) ? RESOURCE_NAMES[type] : {};
}

/** A plausible ARN: exact in form for the types that {@link RESOURCE_NAMES} knows, telling for the others. */
export function arnOf(scope: Scope, type: unknown, name: string, path = '/'): string {
  const service = String(type).split('::')[1]?.toLowerCase() ?? 'unknown';
  const form = namingOf(type).arn ?? `${service}:{region}:{account}:{name}`;
  const values: Record<string, string> = { region: scope.region, account: scope.account, name, path };
  return `arn:${scope.pseudo['AWS::Partition']}:${form.replace(/\{(\w+)\}/g, (_, key: string) => values[key])}`;
}
