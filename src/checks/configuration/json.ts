import { NAME, VARIABLE_NAME } from '../../catalog/names';
import { type Declared, isObject } from '../../plan';
import { type Check, LIMITS, type Problem } from '../check';
import { knownPart, shown } from '../known';
import { type Configured, configuredIn } from './configured';
import { isKnown, type Parsed, parsed } from './json-text';

interface ItemShape {
  readonly needs: readonly string[];
  readonly values?: Readonly<Record<string, readonly string[]>>;
  readonly may?: readonly string[];
  /** what the texts look like; of those without a form, any */
  readonly forms?: Readonly<Record<string, RegExp>>;
  readonly most?: number;
}

/** What the items of the lists look like. */
const ITEMS: Readonly<Record<string, ItemShape>> = {
  EnvironmentVariables: { needs: ['name', 'value'], may: ['type'], values: { type: ['PLAINTEXT', 'PARAMETER_STORE', 'SECRETS_MANAGER'] } },
  Variables: { needs: ['name', 'value'], most: 50, forms: { name: VARIABLE_NAME.pattern, value: /^[^]{1,1000}$/ } },
  SourceRevisions: {
    needs: ['actionName', 'revisionType', 'revisionValue'],
    values: { revisionType: ['COMMIT_ID', 'IMAGE_DIGEST', 'S3_OBJECT_VERSION_ID', 'S3_OBJECT_KEY'] },
    most: 50,
    forms: { actionName: NAME.pattern, revisionValue: /./ },
  },
};
const FUNCTIONS: Readonly<Record<string, { readonly count: number; readonly form: string }>> = {
  'Fn::GetArtifactAtt': { count: 2, form: '["Artifact", "ObjectKey"]' },
  'Fn::GetParam': { count: 3, form: '["Artifact", "file.json", "Key"]' },
};
const ATTRIBUTES = ['BucketName', 'ObjectKey', 'URL'];
/** of ParameterOverrides */
const BYTES = 1024;

export const CONFIGURATION_JSON: Check = {
  id: 'conveyor:configuration-json',
  severity: 'error',
  title: 'A value in the configuration of an action is not the JSON that its provider takes',
  why: 'CodePipeline refuses the pipeline, or the action fails.',
  mend: 'Write the JSON as the provider\'s reference does; `!ToJsonString` quotes what must be quoted.',
  source: LIMITS,
  * find(pipeline) {
    for (const action of configuredIn(pipeline)) {
      for (const { key, value, rule: { json } } of action.given) {
        if (value.text === '' || value.isList || value.isObject) continue; // other checks say so
        if (json === 'list') yield* wrongList(value, key);
        if (json === 'object') yield* wrongParameters(value, key);
      }
      yield* wrongInput(action);
    }
  },
};

/** What is wrong with a list of JSON objects: with the environment variables of a build, say. */
export function* wrongList(at: Declared, key: string): Generator<Problem> {
  const json = parsed(at);
  const shape = ITEMS[key];
  const example = `[${JSON.stringify(Object.fromEntries(shape.needs.map(need => [need, shape.values?.[need]?.[0] ?? '…'])))}]`;
  if (json.kind === 'broken') yield broken(at, key, json, example);
  if (json.kind !== 'value' || !isKnown(json.value)) return;
  if (!Array.isArray(json.value)) {
    yield { at, wrong: `${key} is no list.`, mend: `Write ${example}.` };
    return;
  }
  if (shape.most !== undefined && json.value.length > shape.most) yield { at, wrong: `${key} has ${json.value.length} items.`, mend: `CodePipeline takes ${shape.most}.` };
  for (const [index, item] of (json.value as unknown[]).entries()) {
    const wrong = wrongItem(item, shape);
    if (wrong) yield { at, wrong: `Item ${index + 1} of ${key} ${wrong}.`, mend: `Write ${example}.` };
  }
}

function wrongItem(item: unknown, { needs, may = [], values = {}, forms = {} }: ItemShape): string | undefined {
  if (!isKnown(item)) return undefined;
  if (!isObject(item)) return 'is no object';
  const other = Object.keys(item).find(key => isKnown(key) && !needs.includes(key) && !may.includes(key));
  if (other !== undefined) return `has ${shown(other)} in it, which is none of ${[...needs, ...may].join(', ')}`;
  if (!Object.keys(item).every(isKnown)) return undefined;
  const missing = needs.find(key => item[key] === undefined || item[key] === null);
  if (missing !== undefined) return `has no ${missing}`;
  if (item.name === '') return 'has an empty name';
  const nested = needs.find(key => typeof item[key] === 'object');
  if (nested !== undefined) return `has ${Array.isArray(item[nested]) ? 'a list' : 'an object'} as its ${nested}`;
  const unlike = Object.keys(forms).find(key => isKnown(item[key]) && !forms[key].test(String(item[key])));
  if (unlike !== undefined) return `has the ${unlike} ${shown(String(item[unlike]))}, which is not allowed`;
  for (const [key, allowed] of Object.entries(values)) {
    const value = item[key];
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (value !== undefined && isKnown(value) && !allowed.includes(text)) return `has the ${key} ${shown(text)}, which is none of ${allowed.join(', ')}`;
  }
  return undefined;
}

function* wrongParameters(at: Declared, key: string): Generator<Problem> {
  const json = parsed(at);
  const bytes = Buffer.byteLength(knownPart(at) ?? '');
  if (bytes > BYTES) yield { at, wrong: `${key} has ${bytes} bytes.`, mend: `CodePipeline takes ${BYTES}: put parameters into a file, and name it as TemplateConfiguration.` };
  if (json.kind === 'broken') yield broken(at, key, json, '{"Name": "value"}');
  if (json.kind !== 'value' || !isKnown(json.value)) return;
  if (!isObject(json.value)) {
    yield { at, wrong: `${key} is no object.`, mend: 'Write {"Name": "value"}.' };
    return;
  }
  for (const [name, value] of Object.entries(json.value)) if (isObject(value)) yield* wrongFunction(at, name, value);
}

/** The value of a parameter that is no text. */
function* wrongFunction(at: Declared, name: string, value: Readonly<Record<string, unknown>>): Generator<Problem> {
  const [called, ...more] = Object.keys(value);
  if (![called ?? '', ...more].every(isKnown)) return;
  if (called === undefined || more.length || !Object.hasOwn(FUNCTIONS, called)) {
    yield { at, wrong: `The parameter ${shown(name)} is an object, and none of ${Object.keys(FUNCTIONS).join(' and ')}.`, mend: 'Write the value as a text.' };
    return;
  }
  const { count, form } = FUNCTIONS[called];
  const argument = value[called];
  if (!isKnown(argument)) return;
  if (!Array.isArray(argument) || argument.length !== count) {
    yield { at, wrong: `${called} of the parameter ${shown(name)} has not ${count} arguments.`, mend: `Write {"${called}": ${form}}.` };
  } else if (called === 'Fn::GetArtifactAtt' && isKnown(argument[1]) && !ATTRIBUTES.includes(argument[1] as string)) {
    yield { at, wrong: `An artifact has no attribute ${shown(typeof argument[1] === 'string' ? argument[1] : JSON.stringify(argument[1]))}.`, mend: `It has ${ATTRIBUTES.join(', ')}.` };
  }
}

/** A state machine takes JSON; that of a file is not known here. */
function* wrongInput(action: Configured): Generator<Problem> {
  if (action.row.provider !== 'StepFunctions' || !(action.lacks('InputType') || action.fixed('InputType') === 'Literal')) return;
  const at = action.configuration.at('Input');
  const json = parsed(at);
  if (at.text !== '' && json.kind === 'broken') yield broken(at, 'Input', json, '{"key": "value"}');
}

function broken(at: Declared, key: string, { why }: Parsed & { kind: 'broken' }, example: string): Problem {
  return { at, wrong: `${key} is no JSON: ${why}.`, mend: `Write ${example}.` };
}
