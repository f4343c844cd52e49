/** The names that an intrinsic function asks for. */

import type { FunctionCall } from './function-calls';
import { isObject } from './template';

export interface AskedName {
  /** a logical id, or the name of a parameter */
  readonly name: string;
  /** of the resource, with `Fn::GetAtt`; undefined where its reference is asked for */
  readonly attribute?: string;
}

/** What a `Ref`, a `Fn::GetAtt` or a `Fn::Sub` asks for, as far as it is written out. */
export function namesAsked({ name, argument }: Pick<FunctionCall, 'name' | 'argument'>): AskedName[] {
  if (name === 'Ref') return typeof argument === 'string' ? [{ name: argument }] : [];
  if (name === 'Fn::GetAtt') return attribute(argument);
  return name === 'Fn::Sub' ? inText(argument) : [];
}

function attribute(argument: unknown): AskedName[] {
  const [name, ...rest]: unknown[] = typeof argument === 'string' ? argument.split('.') : Array.isArray(argument) ? argument : [];
  if (typeof name !== 'string') return [];
  // an attribute that is not written out, or not there, may be any
  return [{ name, attribute: rest.every(part => typeof part === 'string') ? rest.join('.') : '' }];
}

/** Without what a `Fn::Sub` gives a value of its own. */
function inText(argument: unknown): AskedName[] {
  const [text, values] = Array.isArray(argument) ? argument as unknown[] : [argument, {}];
  if (typeof text !== 'string' || (isObject(values) && Object.keys(values).some(key => key.startsWith('Fn::')))) return [];
  const names = [...text.matchAll(/\$\{([^!${}][^${}]*)\}/g)].map(([, name]) => name.trim());
  return names.filter(name => name !== '' && !(isObject(values) && Object.hasOwn(values, name)))
    .flatMap(name => (name.includes('.') ? attribute(name) : [{ name }]));
}
