/** Evaluates CloudFormation's intrinsic functions as far as a document alone can tell. Never throws. */

import { placeOf, remember, step, type Path, type Place } from './origin';
import { arnOf, namingOf, own, parameterValue, type Scope } from './scope';
import { asText, isObject, type Json } from './template';
import { isUnresolved, unresolved } from './unresolved';

/** Deeper than any real template; keeps a malicious one from exhausting the stack. */
const DEPTH = 100;

/** Longer than any template may be: texts that double themselves end here. */
const LENGTH = 4_000_000;

const NO_VALUE = Symbol('AWS::NoValue');

/**
 * A value with every intrinsic function in it evaluated; what cannot be known becomes {@link unresolved}.
 *
 * @param from where in the template the value stands; its parts then know where they do
 */
export function evaluate(value: unknown, scope: Scope, from: Path = []): unknown {
  const result = visit(value, scope, placeOf(from));
  return result === NO_VALUE ? undefined : result;
}

/** The same, as text; undefined stays undefined. */
export function evaluateText(value: unknown, scope: Scope): string | undefined {
  return asText(evaluate(value, scope));
}

/** Whether a condition holds, by its name or written out; one that the template lacks does. */
export function conditionHolds(named: unknown, scope: Scope, place?: Place): boolean {
  return condition(isObject(named) ? named : { Condition: named }, scope, place);
}

/**
 * The name that `Ref` gives for resources that have one: its physical name when the template fixes it. For one that CloudFormation
 * will make up, the logical id stands in, or (where nothing is made up) it is unknown.
 */
export function physicalName(logicalId: string, scope: Scope, place?: Place): string {
  const known = scope.names.get(logicalId);
  if (known !== undefined) return known;
  const standIn = scope.assume ? unresolved(logicalId) : logicalId;
  scope.names.set(logicalId, standIn); // a name that refers to itself ends here
  const resource = own(scope.template.Resources, logicalId);
  const property = namingOf(own(resource, 'Type')).name;
  const given = property === undefined ? undefined : own(own(resource, 'Properties'), property);
  const name = given === undefined ? undefined : visit(given, scope, step(place, property!));
  const result = typeof name === 'string' && name !== '' ? name : standIn;
  scope.names.set(logicalId, result);
  return result;
}

type Evaluation = (argument: unknown, scope: Scope, place: Place | undefined) => unknown;

const FUNCTIONS: Readonly<Record<string, Evaluation>> = {
  'Ref': (argument, scope, place) => reference(argument, scope, place),
  'Fn::GetAtt': getAttribute,
  'Fn::Sub': substitute,
  'Fn::Join': (argument, scope, place) => {
    const [separator, parts] = list(argument, scope, place);
    return Array.isArray(parts) ? parts.map(part => asText(part) ?? '').join(asText(separator) ?? '') : asText(parts) ?? unresolved('Fn::Join');
  },
  'Fn::Select': (argument, scope, place) => {
    const [index, parts] = list(argument, scope, place);
    return (Array.isArray(parts) ? parts[Number(asText(index))] as unknown : undefined) ?? unresolved(`Fn::Select ${asText(index)} of ${asText(parts)}`);
  },
  'Fn::Split': (argument, scope, place) => {
    const [separator, text] = list(argument, scope, place);
    if (typeof text !== 'string' || typeof separator !== 'string' || separator === '') return [asText(text) ?? ''];
    return splitKnown(text, separator);
  },
  'Fn::If': (argument, scope, place) => {
    if (!Array.isArray(argument)) return unresolved('Fn::If');
    const branch = conditionHolds(argument[0], scope, place) ? 1 : 2;
    return visit(argument[branch], scope, step(place, branch));
  },
  'Fn::FindInMap': (argument, scope, place) => {
    const [map, first, second] = list(argument, scope, place).map(asText);
    const found = own(own(own(scope.template.Mappings, map ?? ''), first ?? ''), second ?? '');
    return found ?? unresolved(`Fn::FindInMap ${map}.${first}.${second}`);
  },
  'Fn::ImportValue': (argument, scope, place) => {
    const name = asText(visit(argument, scope, place)) ?? '';
    return scope.findExport(name) ?? unresolved(`ImportValue ${name}`);
  },
  'Fn::Base64': (argument, scope, place) => Buffer.from(asText(visit(argument, scope, place)) ?? '').toString('base64'),
  'Fn::GetAZs': (_argument, scope) => ['a', 'b', 'c'].map(zone => `${scope.region}${zone}`),
  'Fn::Length': (argument, scope, place) => {
    const parts = visit(argument, scope, place);
    return Array.isArray(parts) ? parts.length : unresolved('Fn::Length');
  },
  'Fn::ToJsonString': (argument, scope, place) => JSON.stringify(visit(argument, scope, place)) ?? '',
  'Fn::Equals': (argument, scope, place) => condition({ 'Fn::Equals': argument }, scope, place),
};

function visit(value: unknown, scope: Scope, place: Place | undefined): unknown {
  if ((place?.depth ?? 0) > DEPTH || (scope.visits.left -= 1) < 0) return unresolved('nested too deeply');
  if (Array.isArray(value)) {
    return remember(value.map((item, index) => visit(item, scope, step(place, index))).filter(item => item !== NO_VALUE), place);
  }
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  if (keys.length === 1) {
    const [key] = keys;
    if (Object.hasOwn(FUNCTIONS, key)) return FUNCTIONS[key](value[key], scope, step(place, key));
    if (key.startsWith('Fn::')) return unresolved(key);
  }
  return remember(Object.fromEntries(keys
    .map((key): [string, unknown] => [key, visit(value[key], scope, step(place, key))])
    .filter(([, item]) => item !== NO_VALUE)), place);
}

function list(argument: unknown, scope: Scope, place: Place | undefined): unknown[] {
  const parts = visit(argument, scope, place);
  return Array.isArray(parts) ? parts : [];
}

/** What is unknown may hold the separator any number of times: nothing can be said of the parts from there on. */
function splitKnown(text: string, separator: string): string[] {
  if (!isUnresolved(text)) return text.split(separator);
  const known = text.slice(0, text.indexOf('{unresolved:')).split(separator).slice(0, -1);
  return [...known, unresolved(`Fn::Split ${text}`)];
}

function reference(argument: unknown, scope: Scope, place: Place | undefined): unknown {
  const name = asText(argument) ?? '';
  if (name === 'AWS::NoValue') return NO_VALUE;
  if (Object.hasOwn(scope.pseudo, name)) return scope.pseudo[name];
  const parameter = parameterValue(scope, name);
  if (parameter !== undefined) return parameter;
  const resource = own(scope.template.Resources, name);
  if (resource === undefined || isStrange(resource, scope)) return unresolved(name);
  const { refIsArn, refIsId } = namingOf(own(resource, 'Type'));
  if (refIsId && scope.assume) return unresolved(`${name}.Ref`);
  return refIsArn ? resourceArn(name, scope, place) : physicalName(name, scope, place);
}

/** Whether nothing is known of the names of a type of resources, so that its references are only made up: not what a check may judge. */
function isStrange(resource: unknown, scope: Scope): boolean {
  const { name, arn } = namingOf(own(resource, 'Type'));
  return scope.assume !== undefined && name === undefined && arn === undefined;
}

function resourceArn(logicalId: string, scope: Scope, place: Place | undefined): string {
  const resource = own(scope.template.Resources, logicalId);
  const path = asText(visit(own(own(resource, 'Properties'), 'Path'), scope, step(place, 'Path')));
  return arnOf(scope, own(resource, 'Type'), physicalName(logicalId, scope, place), path);
}

function getAttribute(argument: unknown, scope: Scope, place: Place | undefined): unknown {
  const parts = typeof argument === 'string' ? argument.split('.') : list(argument, scope, place).map(part => asText(part) ?? '');
  const [logicalId = '', ...rest] = parts;
  const attribute = rest.join('.');
  if (attribute.startsWith('Outputs.')) {
    const output = scope.nestedOutput(logicalId, attribute.slice('Outputs.'.length));
    return output ?? unresolved(`${logicalId}.${attribute}`);
  }
  const resource = own(scope.template.Resources, logicalId);
  if (resource === undefined || isStrange(resource, scope)) return unresolved(`${logicalId}.${attribute}`);
  if (attribute.endsWith('Arn')) return resourceArn(logicalId, scope, place);
  if (attribute === 'Name' || attribute === namingOf(own(resource, 'Type')).name) return physicalName(logicalId, scope, place);
  // many attributes say again what the property of the same name has fixed
  const property = own(own(resource, 'Properties'), attribute);
  if (property !== undefined) return visit(property, scope, step(place, attribute));
  return unresolved(`${logicalId}.${attribute}`);
}

function substitute(argument: unknown, scope: Scope, place: Place | undefined): unknown {
  const [text, values] = Array.isArray(argument) ? argument as unknown[] : [argument, {}];
  if (typeof text !== 'string') return unresolved('Fn::Sub');
  const result = text.replace(/\$\{([^${}]*)\}/g, (_whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const key = name.trim();
    const given = own(values, key);
    const value = given !== undefined ? visit(given, scope, place)
      : key.includes('.') ? getAttribute(key, scope, place) : reference(key, scope, place);
    return asText(value) ?? '';
  });
  return result.length > LENGTH ? unresolved('too long') : result;
}

function condition(value: unknown, scope: Scope, place: Place | undefined): boolean {
  if ((place?.depth ?? 0) > DEPTH || !isObject(value)) return value === true || value === 'true';
  const each = (argument: unknown) => (Array.isArray(argument) ? argument : []).map(item => condition(item, scope, step(place, 'condition')));
  const [key] = Object.keys(value);
  const argument = (value as Json)[key];
  switch (key) {
    case 'Condition': {
      const named = own(scope.template.Conditions, asText(argument) ?? '');
      return named === undefined ? true : condition(named, scope, step(place, 'condition'));
    }
    case 'Fn::And': return each(argument).every(Boolean);
    case 'Fn::Or': return each(argument).some(Boolean);
    case 'Fn::Not': return !each(argument)[0];
    case 'Fn::Equals': {
      const [left = '', right = ''] = list(argument, scope, step(place, 'Fn::Equals')).map(asText);
      const unknown = left !== right && (isUnresolved(left) || isUnresolved(right));
      return unknown ? scope.assume?.equal(argument) ?? false : left === right;
    }
    default: return false;
  }
}
