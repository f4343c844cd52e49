/** Deployments of templates: the template is read and judged, no stack is touched. */

import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { evaluate, isObject, isUnresolved, PlanError, scopeOf, type Json, type Template } from '../../plan';
import { parseTemplate } from '../../plan/read';
import { EngineError } from '../engine-error';
import type { ArtifactLocation } from '../events';
import { artifactDocument, artifactPath, artifactText } from './artifact-file';
import type { ActionContext, ActionOutcome, ProviderRunner } from './provider-runner';

export const CLOUDFORMATION: ProviderRunner = { fidelity: 'emulated', run };

export const STACK_SET: ProviderRunner = {
  fidelity: 'emulated',
  run: context => {
    const { StackSetName, TemplatePath } = context.action.configuration;
    const what = TemplatePath ? `${count(templateIn(context, TemplatePath))} to ` : 'instances of ';
    return done(`would deploy ${what}the stack set ${StackSetName}`, { StackSetId: `${StackSetName}:local`, OperationId: context.executionId });
  },
};

export const SERVICE_CATALOG: ProviderRunner = {
  fidelity: 'emulated',
  run: context => {
    const { TemplateFilePath, ConfigurationFilePath, ProductId } = context.action.configuration;
    const artifact = context.action.inputs[0] ?? '';
    if (ConfigurationFilePath) artifactDocument(context, { artifact, path: ConfigurationFilePath });
    if (TemplateFilePath) parsed(artifactText(context, { artifact, path: TemplateFilePath }), TemplateFilePath);
    return done(`would add a version to the product ${ProductId}`);
  },
};

/** Modes that read a template; the others name a stack or a change set that exists. */
const READS_TEMPLATE = ['CREATE_UPDATE', 'CHANGE_SET_REPLACE', 'REPLACE_ON_FAILURE'];

async function run(context: ActionContext): Promise<ActionOutcome> {
  const { configuration } = context.action;
  const mode = configuration.ActionMode ?? 'CREATE_UPDATE';
  const stack = configuration.StackName ?? '';
  const remembered = `stack ${stack}`;
  if (!READS_TEMPLATE.includes(mode)) {
    const what = mode === 'DELETE_ONLY' ? 'delete' : `execute the change set ${configuration.ChangeSetName ?? ''} of`;
    const outputs = context.memory.get(remembered) ?? {};
    return done(`would ${what} the stack ${stack}`, outputs, outputFile(context, outputs));
  }
  if (!configuration.TemplatePath) throw new EngineError(`TemplatePath is missing, and ${mode} needs it`);
  const template = templateIn(context, configuration.TemplatePath);
  const parameters = { ...parametersOf(context), ...overrides(configuration.ParameterOverrides) };
  const outputs = literalOutputs(context, template, parameters, stack);
  context.memory.set(remembered, outputs);
  const verb = mode === 'CHANGE_SET_REPLACE' ? `put a change set ${configuration.ChangeSetName ?? ''} on` : 'create or update';
  return done(`would ${verb} the stack ${stack} with ${count(template)}`, outputs, outputFile(context, outputs));
}

async function done(message: string, variables: Readonly<Record<string, string>> = {}, artifacts: ArtifactLocation[] = []): Promise<ActionOutcome> {
  return { status: 'Succeeded', message, variables, artifacts };
}

function count(template: Template): string {
  const resources = Object.keys(template.Resources ?? {}).length;
  return `a template of ${resources} resource${resources === 1 ? '' : 's'}`;
}

function templateIn(context: ActionContext, where: string): Template {
  const place = artifactPath(where, 'TemplatePath');
  const template = parsed(artifactText(context, place), where);
  if (Object.keys(template.Resources ?? {}).length === 0) throw new EngineError(`${where} is no template that can be deployed: it has no Resources`);
  return template;
}

function parsed(text: string, where: string): Template {
  try {
    return parseTemplate(text, where);
  } catch (error) {
    if (error instanceof PlanError) throw new EngineError(error.message);
    throw error;
  }
}

/** Parameters of a template configuration file. */
function parametersOf(context: ActionContext): Json {
  const file = context.action.configuration.TemplateConfiguration;
  if (!file) return {};
  const document = artifactDocument(context, artifactPath(file, 'TemplateConfiguration'));
  return isObject(document) && isObject(document.Parameters) ? document.Parameters : {};
}

function overrides(text: string | undefined): Json {
  if (!text) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // said below, with the other shapes that it must not have
  }
  throw new EngineError(`ParameterOverrides is no JSON object: ${text}`);
}

/** Outputs that the document alone tells; what only a deployed stack knows is said, and left out. */
function literalOutputs(context: ActionContext, template: Template, parameters: Json, stackName: string): Record<string, string> {
  const { pipeline, action } = context;
  const scope = scopeOf({ template, parameters, stackName, account: pipeline.account, region: action.region ?? pipeline.region });
  const outputs: Record<string, string> = {};
  const unknown: string[] = [];
  for (const [name, output] of Object.entries(template.Outputs ?? {})) {
    const declared = isObject(output) ? output.Value : undefined;
    const value = evaluate(declared, scope);
    if (value === undefined || isUnresolved(String(value)) || refersToResource(declared, template)) unknown.push(name);
    else outputs[name] = String(value);
  }
  if (unknown.length > 0) {
    const example = `--variable ${action.namespace ?? '<namespace>'}.${unknown[0]}=value`;
    context.log(`only a deployed stack knows the outputs ${unknown.join(', ')}; give them with ${example} where they are read`);
  }
  return outputs;
}

/** The name or ARN of a resource that nobody has created is a guess, good for a lookup and not for an answer. */
function refersToResource(value: unknown, template: Template): boolean {
  const text = JSON.stringify(value) ?? '';
  return Object.keys(template.Resources ?? {}).some(id => text.includes(`{"Ref":"${id}"}`) || text.includes(`"Fn::GetAtt":["${id}"`)
    || text.includes(`\${${id}}`) || text.includes(`\${${id}.`));
}

function outputFile(context: ActionContext, outputs: Readonly<Record<string, string>>): ArtifactLocation[] {
  const { action } = context;
  if (action.outputs.length === 0) return [];
  const name = action.configuration.OutputFileName ?? 'outputs.json';
  const file = path.join(context.folder, 'outputs.json');
  writeFileSync(file, JSON.stringify(outputs, undefined, 2));
  return [context.store.put(action.outputs[0].name, [{ path: name, from: file }]).location];
}
