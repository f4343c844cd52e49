/** What CloudFormation's functions take. What another function gives may be anything. */

import { isObject } from '../../plan';

/** What is wrong with an argument: what the function takes; undefined when nothing is, or nothing is certain. */
type Form = (argument: unknown) => string | undefined;

/** Whether a value is what a function gives, or a macro has a hand in it. */
function isCall(value: unknown): boolean {
  const keys = isObject(value) ? Object.keys(value) : [];
  return keys.some(key => key.startsWith('Fn::')) || (keys.length === 1 && ['Ref', 'Condition'].includes(keys[0]));
}

const isText = (value: unknown) => typeof value !== 'object';
const orCall = (fits: (value: unknown) => boolean) => (value: unknown) => fits(value) || isCall(value);
const anything = () => true;

/** A list of a certain length, with certain items. */
function list(takes: string, ...items: readonly ((value: unknown) => boolean)[]): Form {
  return argument => {
    if (isCall(argument)) return undefined;
    const fits = Array.isArray(argument) && argument.length === items.length && items.every((item, at) => item(argument[at]));
    return fits ? undefined : takes;
  };
}

function between(least: number, most: number): Form {
  return argument => {
    const fits = isCall(argument) || (Array.isArray(argument) && argument.length >= least && argument.length <= most);
    return fits ? undefined : `${least} to ${most} conditions`;
  };
}

const SELECT = list('an index and a list', orCall(isText), orCall(Array.isArray));
const MAP = list('a mapping and two keys', anything, anything, anything);
const NAMES = list('a resource and an attribute', isName, orCall(isName));

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

export const FORMS: Readonly<Record<string, Form>> = {
  'Fn::And': between(2, 10),
  'Fn::Or': between(2, 10),
  'Fn::Not': list('one condition', anything),
  'Fn::Equals': list('two values', anything, anything),
  'Fn::If': list('a condition and two values', orCall(isText), anything, anything),
  'Fn::Join': list('a text and a list', orCall(isText), orCall(Array.isArray)),
  'Fn::Split': list('a text and the text to split', orCall(isText), orCall(isText)),
  'Fn::Select': argument => SELECT(argument) ?? outOfBounds(argument),
  'Fn::FindInMap': argument => (Array.isArray(argument) && argument.length === 4 && isObject(argument[3]) ? undefined : MAP(argument)),
  'Fn::GetAtt': argument => (typeof argument !== 'string' ? NAMES(argument) : /[^.]\../.test(argument) ? undefined : 'a resource and an attribute'),
  'Fn::Sub': argument => {
    if (!Array.isArray(argument)) return argument === null ? 'a text' : undefined;
    const fits = argument.length > 0 && argument.length <= 2 && !Array.isArray(argument[0]) && (argument.length === 1 || isObject(argument[1]));
    return fits ? undefined : 'a text, and values by their names';
  },
};

function outOfBounds(argument: unknown): string | undefined {
  if (!Array.isArray(argument)) return undefined;
  const [index, items] = argument as unknown[];
  if (isCall(index) || !isText(index)) return undefined;
  const number = Number(index);
  if (String(index).trim() === '' || !Number.isInteger(number) || number < 0) return 'an index from 0';
  // a reference may stand for several items
  if (!Array.isArray(items) || items.some(isCall) || number < items.length) return undefined;
  return items.length ? `an index from 0 to ${items.length - 1} here` : 'a list with something in it';
}
