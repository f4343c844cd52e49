/** Names that a template refers to and lacks. CloudFormation refuses such a template as a whole. */

import { namesAsked } from './asked-names';
import { entries, type FunctionCall } from './function-calls';
import type { Path } from './origin';
import { own } from './scope';
import { isObject, type Json, type Template } from './template';

export interface MissingName {
  /** what there is none of: `resource or parameter`, `condition`, `mapping` */
  readonly kind: string;
  readonly name: string;
  readonly path: Path;
  /** what there is */
  readonly known: ReadonlySet<string>;
}

const PSEUDO_PARAMETERS = new Set(['AccountId', 'NotificationARNs', 'NoValue', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map(name => `AWS::${name}`));

/** @param calls the functions of the template, which nothing adds to */
export function missingNames(template: Template, calls: readonly FunctionCall[]): MissingName[] {
  const [resources, parameters, conditions, mappings] = (['Resources', 'Parameters', 'Conditions', 'Mappings'] as const)
    .map(section => new Set(entries(own(template, section)).map(([name]) => name)));
  const either = new Set([...resources, ...parameters]);
  const found: MissingName[] = [];
  const look = (name: unknown, known: ReadonlySet<string>, kind: string, path: Path) => {
    if (typeof name === 'string' && !known.has(name)) found.push({ kind, name, path, known });
  };
  for (const [logicalId, resource] of entries(own(template, 'Resources'))) {
    const path = ['Resources', logicalId];
    look(own(resource, 'Condition'), conditions, 'condition', [...path, 'Condition']);
    const before = own(resource, 'DependsOn');
    look(before, resources, 'resource', [...path, 'DependsOn']);
    if (Array.isArray(before)) before.forEach((name, index) => look(name, resources, 'resource', [...path, 'DependsOn', index]));
  }
  for (const [name, output] of entries(own(template, 'Outputs'))) look(own(output, 'Condition'), conditions, 'condition', ['Outputs', name, 'Condition']);
  for (const call of calls) {
    const { name, argument, path, section } = call;
    // a condition is decided before there is any resource
    const isBefore = section === 'Conditions';
    for (const asked of namesAsked(call)) {
      if (asked.attribute === undefined && asked.name.startsWith('AWS::')) {
        look(asked.name, PSEUDO_PARAMETERS, 'pseudo parameter', path);
      } else if (isBefore) {
        look(asked.name, parameters, 'parameter', path);
      } else if (asked.attribute === undefined) {
        look(asked.name, either, 'resource or parameter', path);
      } else {
        look(asked.name, resources, 'resource', path);
      }
    }
    if (name === 'Condition') look(argument, conditions, 'condition', path);
    if (name === 'Fn::If' && Array.isArray(argument)) look(argument[0], conditions, 'condition', path);
    if (CONDITIONS_OF.has(name) && section !== 'Conditions' && Array.isArray(argument)) {
      for (const one of argument as unknown[]) if (isObject(one) && Object.keys(one).length === 1) look(one.Condition, conditions, 'condition', path);
    }
    if (name === 'Fn::FindInMap' && Array.isArray(argument) && argument.length === 3) {
      look(argument[0], mappings, 'mapping', path);
      // what a condition keeps away is never looked up
      const isSure = !call.optional && own(own(own(template, section), call.within), 'Condition') === undefined;
      if (isSure) lookInMap(argument, template, (key, known, kind) => look(key, known, kind, path));
    }
  }
  return found;
}

const CONDITIONS_OF = new Set(['Fn::And', 'Fn::Or', 'Fn::Not']);

type Look = (name: unknown, known: ReadonlySet<string>, kind: string) => void;

function lookInMap([map, first, second]: unknown[], template: Template, look: Look) {
  const rows = own(own(template, 'Mappings'), String(map));
  if (!isLiteral(rows)) return;
  look(first, new Set(Object.keys(rows)), `mapping ${map} with the key`);
  const row = typeof first === 'string' ? own(rows, first) : undefined;
  if (isLiteral(row)) look(second, new Set(Object.keys(row)), `row ${first} of the mapping ${map} with the key`);
}

/** An object that nothing adds to. */
function isLiteral(value: unknown): value is Json {
  return isObject(value) && !Object.keys(value).some(key => key.startsWith('Fn::'));
}
