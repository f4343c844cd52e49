/** Evaluates CloudFormation's intrinsic functions as far as a document alone can tell. Never throws. */

import { arnOf, namingOf, own, parameterValue, type Scope } from './scope';
import { isObject, type Json } from './template';
import { unresolved } from './unresolved';

/** Deeper than any real template; keeps a malicious one from exhausting the stack. */
const DEPTH = 100;

const NO_VALUE = Symbol('AWS::NoValue');

/** A value with every intrinsic function in it evaluated; what cannot be known becomes {@link unresolved}. */
export function evaluate(value: unknown, scope: Scope): unknown {
  const result = visit(value, scope, 0);
  return result === NO_VALUE ? undefined : result;
}

/** The same, as text; undefined stays undefined. */
export function evaluateText(value: unknown, scope: Scope): string | undefined {
  return asText(evaluate(value, scope));
}

/** Whether a condition of the template holds; one that the template lacks does. */
export function conditionHolds(name: unknown, scope: Scope): boolean {
  return condition({ Condition: name }, scope, 0);
}

/** The name that `Ref` gives for resources that have one: its physical name when the template fixes it, or its logical id. */
export function physicalName(logicalId: string, scope: Scope, depth = 0): string {
  const known = scope.names.get(logicalId);
  if (known !== undefined) return known;
  scope.names.set(logicalId, logicalId); // a name that refers to itself ends here
  const resource = own(scope.template.Resources, logicalId);
  const property = namingOf(own(resource, 'Type')).name;
  const given = property === undefined ? undefined : own(own(resource, 'Properties'), property);
  const name = given === undefined ? undefined : visit(given, scope, depth + 1);
  const result = typeof name === 'string' && name !== '' ? name : logicalId;
  scope.names.set(logicalId, result);
  return result;
}

/** A scalar as CloudFormation would write it into a string property. */
export function asText(value: unknown): string | undefined {
  if (value === undefined || value === null || typeof value === 'symbol') return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

type Evaluation = (argument: unknown, scope: Scope, depth: number) => unknown;

const FUNCTIONS: Readonly<Record<string, Evaluation>> = {
  'Ref': (argument, scope, depth) => reference(argument, scope, depth),
  'Fn::GetAtt': getAttribute,
  'Fn::Sub': substitute,
  'Fn::Join': (argument, scope, depth) => {
    const [separator, parts] = list(argument, scope, depth);
    return Array.isArray(parts) ? parts.map(part => asText(part) ?? '').join(asText(separator) ?? '') : asText(parts) ?? unresolved('Fn::Join');
  },
  'Fn::Select': (argument, scope, depth) => {
    const [index, parts] = list(argument, scope, depth);
    return (Array.isArray(parts) ? parts[Number(index)] as unknown : undefined) ?? unresolved(`Fn::Select ${asText(index)} of ${asText(parts)}`);
  },
  'Fn::Split': (argument, scope, depth) => {
    const [separator, text] = list(argument, scope, depth);
    return typeof text === 'string' && typeof separator === 'string' && separator !== '' ? text.split(separator) : [asText(text) ?? ''];
  },
  'Fn::If': (argument, scope, depth) => {
    if (!Array.isArray(argument)) return unresolved('Fn::If');
    return visit(argument[condition({ Condition: argument[0] }, scope, depth) ? 1 : 2], scope, depth);
  },
  'Fn::FindInMap': (argument, scope, depth) => {
    const [map, first, second] = list(argument, scope, depth).map(asText);
    const found = own(own(own(scope.template.Mappings, map ?? ''), first ?? ''), second ?? '');
    return found ?? unresolved(`Fn::FindInMap ${map}.${first}.${second}`);
  },
  'Fn::ImportValue': (argument, scope, depth) => {
    const name = asText(visit(argument, scope, depth)) ?? '';
    return scope.findExport(name) ?? unresolved(`ImportValue ${name}`);
  },
  'Fn::Base64': (argument, scope, depth) => Buffer.from(asText(visit(argument, scope, depth)) ?? '').toString('base64'),
  'Fn::GetAZs': (_argument, scope) => ['a', 'b', 'c'].map(zone => `${scope.region}${zone}`),
  'Fn::Length': (argument, scope, depth) => {
    const parts = visit(argument, scope, depth);
    return Array.isArray(parts) ? parts.length : unresolved('Fn::Length');
  },
  'Fn::ToJsonString': (argument, scope, depth) => JSON.stringify(visit(argument, scope, depth)) ?? '',
  'Fn::Equals': (argument, scope, depth) => condition({ 'Fn::Equals': argument }, scope, depth),
};

function visit(value: unknown, scope: Scope, depth: number): unknown {
  if (depth > DEPTH) return unresolved('nested too deeply');
  if (Array.isArray(value)) return value.map(item => visit(item, scope, depth + 1)).filter(item => item !== NO_VALUE);
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  if (keys.length === 1) {
    const [key] = keys;
    if (Object.hasOwn(FUNCTIONS, key)) return FUNCTIONS[key](value[key], scope, depth + 1);
    if (key.startsWith('Fn::')) return unresolved(key);
  }
  return Object.fromEntries(keys
    .map((key): [string, unknown] => [key, visit(value[key], scope, depth + 1)])
    .filter(([, item]) => item !== NO_VALUE));
}

function list(argument: unknown, scope: Scope, depth: number): unknown[] {
  const parts = visit(argument, scope, depth);
  return Array.isArray(parts) ? parts : [];
}

function reference(argument: unknown, scope: Scope, depth: number): unknown {
  const name = String(argument);
  if (name === 'AWS::NoValue') return NO_VALUE;
  if (Object.hasOwn(scope.pseudo, name)) return scope.pseudo[name];
  const parameter = parameterValue(scope, name);
  if (parameter !== undefined) return parameter;
  const resource = own(scope.template.Resources, name);
  if (resource === undefined) return unresolved(name);
  return namingOf(own(resource, 'Type')).refIsArn ? resourceArn(name, scope, depth) : physicalName(name, scope, depth);
}

function resourceArn(logicalId: string, scope: Scope, depth: number): string {
  const resource = own(scope.template.Resources, logicalId);
  const path = asText(visit(own(own(resource, 'Properties'), 'Path'), scope, depth + 1));
  return arnOf(scope, own(resource, 'Type'), physicalName(logicalId, scope, depth), path);
}

function getAttribute(argument: unknown, scope: Scope, depth: number): unknown {
  const parts = typeof argument === 'string' ? argument.split('.') : list(argument, scope, depth).map(part => asText(part) ?? '');
  const [logicalId = '', ...rest] = parts;
  const attribute = rest.join('.');
  if (attribute.startsWith('Outputs.')) {
    const output = scope.nestedOutput(logicalId, attribute.slice('Outputs.'.length));
    if (output !== undefined) return output;
  }
  const resource = own(scope.template.Resources, logicalId);
  if (resource === undefined) return unresolved(`${logicalId}.${attribute}`);
  if (attribute.endsWith('Arn')) return resourceArn(logicalId, scope, depth);
  if (attribute === 'Name' || attribute === namingOf(own(resource, 'Type')).name) return physicalName(logicalId, scope, depth);
  // many attributes say again what the property of the same name has fixed
  const property = own(own(resource, 'Properties'), attribute);
  if (property !== undefined) return visit(property, scope, depth + 1);
  return unresolved(`${logicalId}.${attribute}`);
}

function substitute(argument: unknown, scope: Scope, depth: number): unknown {
  const [text, values] = Array.isArray(argument) ? argument as unknown[] : [argument, {}];
  if (typeof text !== 'string') return unresolved('Fn::Sub');
  return text.replace(/\$\{([^${}]*)\}/g, (_whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const key = name.trim();
    const given = own(values, key);
    const value = given !== undefined ? visit(given, scope, depth)
      : key.includes('.') ? getAttribute(key, scope, depth) : reference(key, scope, depth);
    return asText(value) ?? '';
  });
}

function condition(value: unknown, scope: Scope, depth: number): boolean {
  if (depth > DEPTH || !isObject(value)) return value === true || value === 'true';
  const each = (argument: unknown) => (Array.isArray(argument) ? argument : []).map(item => condition(item, scope, depth + 1));
  const [key] = Object.keys(value);
  const argument = (value as Json)[key];
  switch (key) {
    case 'Condition': {
      const named = own(scope.template.Conditions, String(argument));
      return named === undefined ? true : condition(named, scope, depth + 1);
    }
    case 'Fn::And': return each(argument).every(Boolean);
    case 'Fn::Or': return each(argument).some(Boolean);
    case 'Fn::Not': return !each(argument)[0];
    case 'Fn::Equals': {
      const [left, right] = list(argument, scope, depth + 1);
      return asText(left) === asText(right);
    }
    default: return false;
  }
}
