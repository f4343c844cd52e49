/** A CloudFormation template as text: JSON, or YAML with CloudFormation's short tags. */

import { isScalar, parseDocument, visit, type CollectionTag, type Document, type ScalarTag } from 'yaml';
import { keysTwiceInJson, keysTwiceInYaml } from './find-keys-twice';
import { rememberKeysTwice } from './keys-twice';
import type { Path } from './origin';
import { PlanError } from './plan-error';
import { isObject, type Template } from './template';

const FUNCTIONS = [
  'And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'GetAZs', 'GetAtt', 'If', 'ImportValue', 'Join', 'Length', 'Not', 'Or',
  'Select', 'Split', 'Sub', 'ToJsonString', 'Transform',
];

interface WithToJson { toJSON(): unknown }

function longForm(name: string): (value: unknown) => unknown {
  const key = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
  return value => ({ [key]: name === 'GetAtt' && typeof value === 'string' ? splitOnce(value) : value });
}

function splitOnce(text: string): string[] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

const TAGS = [...FUNCTIONS, 'Ref', 'Condition'].flatMap((name): (ScalarTag | CollectionTag)[] => {
  const long = longForm(name);
  const collection = (value: unknown) => long((value as WithToJson).toJSON());
  return [
    { tag: `!${name}`, resolve: (text: string) => long(text) },
    { tag: `!${name}`, collection: 'seq', resolve: collection },
    { tag: `!${name}`, collection: 'map', resolve: collection },
  ];
});

/** CloudFormation reads YAML 1.1, where these are booleans, too. */
const BOOLEAN: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/,
  resolve: text => /^(?:yes|on)$/i.test(text),
};

/**
 * Parses a template.
 *
 * @param where the file's name, for the message
 * @throws PlanError when the text is neither JSON nor YAML, or is no object
 */
export function parseTemplate(text: string, where: string): Template {
  const isJson = /^\s*\{/.test(text);
  const { value, keysTwice } = isJson ? { value: parseJson(text, where), keysTwice: keysTwiceInJson(text) } : parseYaml(text, where);
  if (!isObject(value)) {
    throw new PlanError(`${where} is not a CloudFormation template: it holds ${value === null ? 'nothing' : `a ${Array.isArray(value) ? 'list' : typeof value}`} where an object with "Resources" was expected`);
  }
  if (isDeeper(value, DEEPEST)) throw new PlanError(`${where} is not a CloudFormation template: it is nested deeper than ${DEEPEST} levels`);
  rememberKeysTwice(value, keysTwice);
  return value;
}

/** Far beyond what templates need, and far from what the stack of a program bears. */
const DEEPEST = 500;

function isDeeper(value: unknown, levels: number): boolean {
  // a set: what YAML refers to is the same object
  let level = new Set([value]);
  for (let depth = 0; level.size; depth++) {
    if (depth > levels) return true;
    level = new Set([...level].flatMap(one => (typeof one === 'object' && one !== null ? Object.values(one) as unknown[] : [])));
  }
  return false;
}

/** Parses JSON. @throws PlanError with line and column */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // a flow mapping with tags is YAML that begins like JSON
    const asYaml = parseDocument(text, { customTags: [...TAGS, BOOLEAN] });
    if (asYaml.errors.length === 0) return withTextsAsKeys(asYaml).toJS();
    const { line, col } = asYaml.errors[0].linePos?.[0] ?? { line: 1, col: 1 };
    throw new PlanError(`${where}:${line}:${col} is not valid JSON: ${(error as Error).message}`);
  }
}

function parseYaml(text: string, where: string): { value: unknown; keysTwice: Path[] } {
  const document = parseDocument(text, { customTags: [...TAGS, BOOLEAN], prettyErrors: false });
  const error = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (error) {
    const line = text.slice(0, error.pos[0]).split('\n').length;
    throw new PlanError(`${where}:${line} is not valid YAML: ${error.message}`);
  }
  try {
    return { value: withTextsAsKeys(document).toJS() as unknown, keysTwice: document.errors.length ? [...keysTwiceInYaml(document.contents)] : [] };
  } catch (problem) {
    throw new PlanError(`${where} is not valid YAML: ${(problem as Error).message}`);
  }
}

/** A mapping called `No` keeps its name. */
function withTextsAsKeys(document: Document): Document {
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && typeof key.value === 'boolean' && key.source !== undefined) key.value = key.source;
    },
  });
  return document;
}
