/** From the properties of an AWS::CodePipeline::Pipeline to a {@link PipelinePlan}. */

import { Declared } from './declared';
import { originOf } from './origin';
import type { ActionPlan, ConditionPlan, EnvironmentVariablePlan, FailurePlan, PipelinePlan, RulePlan, StagePlan, StorePlan } from './plan';
import type { ResourcePlan } from './resource-index';
import { own, type Scope } from './scope';
import { asText, isObject, type Json } from './template';
import { unresolved } from './unresolved';

/** The pipeline, from properties in which {@link evaluate} has left no intrinsic. */
export function pipelineOf({ name, logicalId, constructPath, file, properties, metadata }: ResourcePlan, scope: Scope): PipelinePlan {
  return {
    name: name === unresolved(logicalId) ? logicalId : name,
    logicalId,
    constructPath,
    stackName: scope.stackName,
    file,
    acknowledged: textMap(own(own(metadata, 'conveyor'), 'acknowledge')),
    declared: declared(properties),
    account: scope.account,
    region: scope.region,
    // CloudFormation's own default is V1
    type: properties.PipelineType === 'V2' ? 'V2' : 'V1',
    executionMode: mode(properties.ExecutionMode),
    roleArn: asText(properties.RoleArn),
    stores: stores(properties, scope),
    variables: objects(properties.Variables).map(variable => ({
      declared: declared(variable),
      name: asText(variable.Name) ?? '',
      defaultValue: asText(variable.DefaultValue),
      description: asText(variable.Description),
    })),
    triggers: objects(properties.Triggers).map(trigger => ({
      declared: declared(trigger),
      providerType: asText(trigger.ProviderType) ?? '',
      sourceActionName: asText(own(trigger.GitConfiguration, 'SourceActionName')),
      gitConfiguration: isObject(trigger.GitConfiguration) ? trigger.GitConfiguration : {},
    })),
    stages: objects(properties.Stages).map(stage),
  };
}

function mode(value: unknown): PipelinePlan['executionMode'] {
  return value === 'QUEUED' || value === 'PARALLEL' ? value : 'SUPERSEDED';
}

function stores(properties: Json, scope: Scope): StorePlan[] {
  const one = (store: unknown, region: unknown): StorePlan => ({
    region: asText(region) ?? scope.region,
    bucket: asText(own(store, 'Location')) ?? '',
    keyId: asText(own(own(store, 'EncryptionKey'), 'Id')),
  });
  if (isObject(properties.ArtifactStore)) return [one(properties.ArtifactStore, scope.region)];
  return objects(properties.ArtifactStores).map(entry => one(entry.ArtifactStore, entry.Region));
}

function stage(properties: Json): StagePlan {
  return {
    declared: declared(properties),
    name: asText(properties.Name) ?? '',
    actions: objects(properties.Actions).map(action),
    onFailure: isObject(properties.OnFailure) ? failure(properties.OnFailure) : undefined,
    beforeEntry: conditionsOf(properties.BeforeEntry),
    onSuccess: conditionsOf(properties.OnSuccess),
  };
}

function action(properties: Json): ActionPlan {
  const type = properties.ActionTypeId;
  return {
    declared: declared(properties),
    name: asText(properties.Name) ?? '',
    category: asText(own(type, 'Category')) ?? '',
    owner: asText(own(type, 'Owner')) ?? '',
    provider: asText(own(type, 'Provider')) ?? '',
    version: asText(own(type, 'Version')) ?? '1',
    runOrder: number(properties.RunOrder) ?? 1,
    configuration: textMap(properties.Configuration),
    commands: texts(properties.Commands),
    inputs: names(properties.InputArtifacts),
    outputs: objects(properties.OutputArtifacts).map(output => ({
      declared: declared(output), name: asText(output.Name) ?? '', files: texts(output.Files),
    })),
    outputVariables: texts(properties.OutputVariables),
    environmentVariables: objects(properties.EnvironmentVariables).map((variable): EnvironmentVariablePlan => ({
      name: asText(variable.Name) ?? '',
      value: asText(variable.Value) ?? '',
      type: variable.Type === 'SECRETS_MANAGER' ? 'SECRETS_MANAGER' : 'PLAINTEXT',
    })),
    namespace: asText(properties.Namespace),
    roleArn: asText(properties.RoleArn),
    region: asText(properties.Region),
    timeoutMinutes: number(properties.TimeoutInMinutes),
  };
}

function failure(properties: Json): FailurePlan {
  const retryMode = own(properties.RetryConfiguration, 'RetryMode');
  return {
    declared: declared(properties),
    result: asText(properties.Result),
    retryMode: retryMode === 'ALL_ACTIONS' || retryMode === 'FAILED_ACTIONS' ? retryMode : undefined,
    conditions: conditionsOf(properties) ?? [],
  };
}

function conditionsOf(hook: unknown): ConditionPlan[] | undefined {
  const conditions = own(hook, 'Conditions');
  if (!Array.isArray(conditions)) return undefined;
  return objects(conditions).map(condition => ({
    declared: declared(condition), result: asText(condition.Result), rules: objects(condition.Rules).map(rule),
  }));
}

function rule(properties: Json): RulePlan {
  return {
    declared: declared(properties),
    name: asText(properties.Name) ?? '',
    provider: asText(own(properties.RuleTypeId, 'Provider')) ?? '',
    configuration: textMap(properties.Configuration),
    commands: texts(properties.Commands),
    inputs: names(properties.InputArtifacts),
    roleArn: asText(properties.RoleArn),
    region: asText(properties.Region),
  };
}

function declared(properties: Json): Declared {
  return new Declared(properties, originOf(properties));
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function names(value: unknown): string[] {
  return objects(value).map(item => asText(item.Name) ?? '');
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(item => asText(item) ?? '') : [];
}

function textMap(value: unknown): Record<string, string> {
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asText(item) ?? ''])) : {};
}

function number(value: unknown): number | undefined {
  const result = Number(asText(value));
  return value === undefined || value === null || value === '' || Number.isNaN(result) ? undefined : result;
}
