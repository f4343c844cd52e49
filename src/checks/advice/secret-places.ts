/** Where a pipeline and its builds hold values that anybody who may read them can read. */

import { type Declared, isObject, type PipelinePlan, type Plan } from '../../plan';
import { actionsOf, type PlacedAction, rulesOf } from '../parts';
import { inlineBuildspec } from './build-commands';
import { projectsOf } from '../projects-of';

export interface Place {
  /** what the value is called; undefined for texts that are searched for credentials alone */
  readonly name?: string;
  /** what it is: 'The environment variable "X"' */
  readonly what: string;
  /** undefined where it cannot be known */
  readonly text: string | undefined;
  readonly at: Declared;
  readonly mend: string;
  /** a secret whatever its name */
  readonly isSecret?: boolean;
}

const BUILD = 'Give the variable the type SECRETS_MANAGER or PARAMETER_STORE, and as its value the name under which the secret is kept.';
const ACTION = 'Give the variable the type SECRETS_MANAGER, and as its value the ARN or name under which the secret is kept.';
const BUILDSPEC = 'Move it from env.variables to env.secrets-manager or env.parameter-store of the buildspec.';
const CONFIGURATION = 'Refer to where the secret is kept, as in {{resolve:secretsmanager:NAME:SecretString:KEY}}, or let what runs read it itself.';
const ELSEWHERE = 'Keep it in Secrets Manager, and let what runs read it there. Whoever could read this document may know it by now: replace it.';

export function* placesOf(pipeline: PipelinePlan, plan: Plan): Generator<Place> {
  for (const placed of actionsOf(pipeline)) {
    yield* configurationOf(placed, plan);
    yield* variablesIn(placed.action.declared.at('EnvironmentVariables'), ACTION);
    yield* textsOf(placed.action.declared.at('Commands'));
  }
  for (const { rule } of rulesOf(pipeline)) {
    const configuration = rule.declared.at('Configuration');
    for (const key of configuration.keys) yield* valueOf(key, configuration.at(key), plan);
    yield* textsOf(rule.declared.at('Commands'));
  }
  for (const { project, place } of projectsOf(pipeline, plan)) {
    yield* variablesIn(project.declared.at('Environment', 'EnvironmentVariables'), BUILD, place);
    const buildspec = project.declared.at('Source', 'BuildSpec');
    yield* buildspecPlaces(buildspec, place(buildspec), plan);
  }
  for (const { declared } of pipeline.variables) {
    const name = declared.at('Name').text;
    const at = declared.at('DefaultValue');
    yield { name, what: `The default of the pipeline's variable "${name}"`, text: at.text, at, mend: ELSEWHERE };
  }
}

function* configurationOf({ action, row }: PlacedAction, plan: Plan): Generator<Place> {
  const configuration = action.declared.at('Configuration');
  for (const key of configuration.keys) {
    const at = configuration.at(key);
    if (row?.configuration[key]?.secret) yield { name: key, isSecret: true, what: `The configuration value "${key}"`, text: at.text, at, mend: CONFIGURATION };
    else if (row === undefined) yield { name: key, what: `The configuration value "${key}"`, text: at.text, at, mend: CONFIGURATION };
    else yield* valueOf(key, at, plan);
  }
}

/** The value of a key that is no secret itself, but may hold some. */
function* valueOf(key: string, at: Declared, plan: Plan): Generator<Place> {
  if (key === 'BuildspecOverride') return yield* buildspecPlaces(at, at, plan);
  yield { what: `The configuration value "${key}"`, text: at.text, at, mend: ELSEWHERE };
  const parsed = parse(at.written);
  if (key === 'EnvironmentVariables' && Array.isArray(parsed)) {
    for (const one of parsed.filter(isObject)) yield* variable(scalar(one.name), one.type ?? 'PLAINTEXT', scalar(one.value), at, BUILD);
  } else if (isObject(parsed)) {
    for (const [name, value] of Object.entries(parsed)) yield { name, what: `"${name}" in the configuration value "${key}"`, text: scalar(value), at, mend: CONFIGURATION };
  }
}

function* variablesIn(list: Declared, mend: string, place: (declared: Declared) => Declared = declared => declared): Generator<Place> {
  for (const one of list.items) {
    const type = one.at('Type');
    yield* variable(one.at('Name').text, type.given ? type.text : 'PLAINTEXT', one.at('Value').text, place(one.at('Value')), mend);
  }
}

function* variable(name: string | undefined, type: unknown, text: string | undefined, at: Declared, mend: string): Generator<Place> {
  if (type === 'PLAINTEXT') yield { name, what: `The environment variable "${name ?? '?'}"`, text, at, mend };
}

function* buildspecPlaces(buildspec: Declared, at: Declared, plan: Plan): Generator<Place> {
  yield { what: 'The buildspec', text: buildspec.text, at, mend: ELSEWHERE };
  const variables = inlineBuildspec(buildspec, plan)?.at('env', 'variables');
  for (const name of variables?.keys ?? []) {
    yield { name, what: `The environment variable "${name}" of the buildspec`, text: variables?.at(name).text, at, mend: BUILDSPEC };
  }
}

function* textsOf(list: Declared): Generator<Place> {
  for (const at of list.items) yield { what: 'The command', text: at.text, at, mend: ELSEWHERE };
}

function parse(text: string | undefined): unknown {
  if (text === undefined || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function scalar(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
