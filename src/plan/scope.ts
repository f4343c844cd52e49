/** Where the values of one template come from: its own sections, its stack's environment, and other stacks' exports. */

import { RESOURCE_NAMES, type ResourceNaming } from './resource-names';
import { asText, isObject, type Json, type Template } from './template';
import { isUnresolved, unresolved } from './unresolved';

/** The account of templates that name none. */
export const DEFAULT_ACCOUNT = '111111111111';
/** The region of templates that name none. */
export const DEFAULT_REGION = 'us-east-1';

/** More than any template that CloudFormation takes needs; what refers to itself in ever more ways ends here. */
const VISITS = 5_000_000;

/** What is taken as given in place of what only a deployment will tell. Without it, defaults and made-up values stand in. */
export interface Assumptions {
  /** values of parameters and of pseudo parameters by their names */
  readonly values: Readonly<Record<string, string>>;
  /** whether the two sides of an `Fn::Equals` are the same, of which one at least is unknown */
  equal(sides: unknown): boolean;
}

/** What surrounds a template. */
export interface ScopeOptions {
  readonly template: Template;
  readonly stackName: string;
  readonly account?: string;
  readonly region?: string;
  /** values for the template's parameters, over their defaults */
  readonly parameters?: Json;
  readonly assume?: Assumptions;
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
  readonly assume?: Assumptions;
  readonly findExport: (name: string) => unknown;
  readonly nestedOutput: (logicalId: string, output: string) => unknown;
  /** `Ref`s that were evaluated already, and (as a promise of none) those being evaluated */
  readonly names: Map<string, string>;
  /** how many values may still be looked at */
  readonly visits: { left: number };
}

export function scopeOf(options: ScopeOptions): Scope {
  const unknown = (pseudo: string, standIn: string) => options.assume ? options.assume.values[pseudo] ?? unresolved(pseudo) : standIn;
  const account = options.account ?? unknown('AWS::AccountId', DEFAULT_ACCOUNT);
  const region = options.region ?? unknown('AWS::Region', DEFAULT_REGION);
  const partition = isUnresolved(region) ? unknown('AWS::Partition', 'aws')
    : region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
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
      'AWS::StackName': unknown('AWS::StackName', options.stackName),
      'AWS::StackId': `arn:${partition}:cloudformation:${region}:${account}:stack/${options.stackName}/00000000-0000-0000-0000-000000000000`,
    },
    parameters: options.parameters ?? {},
    assume: options.assume,
    findExport: options.findExport ?? (() => undefined),
    nestedOutput: options.nestedOutput ?? (() => undefined),
    names: new Map(),
    visits: { left: VISITS },
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
  if (scope.assume) return own(scope.assume.values, name) ?? unresolved(name);
  const value = own(declared, 'Default');
  if (value === undefined) return unresolved(name);
  const type = own(declared, 'Type');
  // the default of an SSM parameter is the name of a value that lives in AWS
  if (typeof type === 'string' && type.startsWith('AWS::SSM::Parameter')) return unresolved(`ssm:${asText(value)}`);
  const isList = type === 'CommaDelimitedList' || (typeof type === 'string' && type.startsWith('List<'));
  return isList && typeof value === 'string' ? value.split(',').map(part => part.trim()) : value;
}

/** What CloudFormation's reference says of a resource type's name and ARN. */
export function namingOf(type: unknown): ResourceNaming {
  return typeof type === 'string' && Object.hasOwn(RESOURCE_NAMES, type) ? RESOURCE_NAMES[type] : {};
}

/** A plausible ARN: exact in form for the types that {@link RESOURCE_NAMES} knows, telling for the others. */
export function arnOf(scope: Scope, type: unknown, name: string, path = '/'): string {
  const service = asText(type)?.split('::')[1]?.toLowerCase() ?? 'unknown';
  const form = namingOf(type).arn ?? `${service}:{region}:{account}:{name}`;
  const values: Record<string, string> = { region: scope.region, account: scope.account, name, path };
  return `arn:${scope.pseudo['AWS::Partition']}:${form.replace(/\{(\w+)\}/g, (_, key: string) => values[key])}`;
}
