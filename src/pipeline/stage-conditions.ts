import { Aws } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { Construct } from 'constructs';
import { Conditions } from './declaration';
import { EntryResult, StageOptions, SuccessResult } from './stage-options';
import { NAME } from '../catalog/names';
import { Permission } from '../catalog/provider';
import { Rule } from '../conditions/rule';
import { refuse } from '../refuse';

/** What the rules of a stage stand in. */
export interface RulePlace {
  readonly scope: Construct;
  readonly pipelineName: string;
  readonly account: string;
  readonly region: string;
  /** what rules that run something read */
  readonly source?: codepipeline.Artifact;
  /** makes the log group of commands, which the service would make itself and keep for ever */
  keepLogs(): void;
  /** lets the builds of a project that this app makes at what they read */
  lendSource(project: codebuild.IProject): void;
  /** the role of a rule: what it may do, and whether it reads artifacts */
  roleFor(scope: Construct, permissions: readonly Permission[], reads: boolean): string | undefined;
}

/** The conditions of a stage, as its declaration says them. */
export function conditionsOf(place: RulePlace, options: StageOptions): Conditions {
  const { entry, success, failure, rollback, retry } = options;
  const where = place.scope;
  if (rollback && retry) refuse(where, 'The stage is to go back and to try again when it fails.', 'CodePipeline does one of them: keep `rollback` or `retry`.');
  if (failure && retry) refuse(where, 'The stage has rules for its failure and is to try again.', 'CodePipeline does one of them: keep `failure` or `retry`.');
  if (options.entryResult === EntryResult.SKIP) {
    const other = entry?.find(rule => !rule._row.maySkip);
    if (other) refuse(where, `The stage is to be skipped by the rule "${other.name}" (${other._row.provider}).`, 'Only rules of functions and variables may skip a stage.');
  }
  const condition = (hook: string, rules: Rule[] | undefined, result: string) => rules && {
    conditions: [{ result, rules: renderRules(place, hook, rules) }],
  };
  return {
    beforeEntry: condition('Entry', entry, options.entryResult ?? EntryResult.FAIL),
    onSuccess: condition('Success', success, options.successResult ?? (rollback ? SuccessResult.ROLLBACK : SuccessResult.FAIL)),
    onFailure: condition('Failure', failure, 'ROLLBACK') ?? onFailure(options),
  };
}

function onFailure({ rollback, retry }: StageOptions): codepipeline.CfnPipeline.FailureConditionsProperty | undefined {
  if (retry) return { result: 'RETRY', retryConfiguration: { retryMode: 'FAILED_ACTIONS' } };
  return rollback ? { result: 'ROLLBACK' } : undefined;
}

function renderRules(place: RulePlace, hook: string, rules: readonly Rule[]): codepipeline.CfnPipeline.RuleDeclarationProperty[] {
  if (rules.length < 1 || rules.length > 5) refuse(place.scope, `The stage has ${rules.length} rules for its ${hook.toLowerCase()}.`, 'CodePipeline takes 1 to 5.');
  const names = rules.map(rule => rule.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) refuse(place.scope, `Two rules are named "${twice}".`, 'Give one of them another name.');
  return rules.map(rule => renderRule(place, hook, rule));
}

function renderRule(place: RulePlace, hook: string, rule: Rule): codepipeline.CfnPipeline.RuleDeclarationProperty {
  const scope = new Construct(place.scope, `${hook}-${rule.name}`);
  if (rule._commands) place.keepLogs();
  if (rule._project) place.lendSource(rule._project);
  if (!NAME.pattern.test(rule.name)) refuse(scope, `The rule name "${rule.name}" is not allowed.`, `Use ${NAME.allowed}.`);
  const configuration = Object.fromEntries(Object.entries(rule._configuration).filter(([, value]) => value !== undefined));
  const permissions = rule._row.permissions({
    partition: Aws.PARTITION, region: place.region, account: place.account, pipelineName: place.pipelineName, configuration, arns: rule._arns,
  });
  const reads = rule._row.reads ? place.source : undefined;
  return {
    name: rule.name,
    ruleTypeId: { category: 'Rule', owner: 'AWS', provider: rule._row.provider, version: '1' },
    configuration: Object.keys(configuration).length ? configuration : undefined,
    commands: rule._commands,
    inputArtifacts: reads && [{ name: reads.artifactName! }],
    roleArn: place.roleFor(scope, permissions, reads !== undefined),
  };
}
