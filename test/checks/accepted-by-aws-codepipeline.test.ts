/**
 * What aws-cdk-lib 2.276's aws-codepipeline synthesizes without a word and the service refuses: each is an error here,
 * in a template and when an app is synthesized.
 */

import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { actionIn, findingsIn, stageIn, validTemplate, type Json } from './fixture';
import { checkAtSynth } from '../../src/pipeline/checks-at-synth';
import { HOME, refusalOf } from '../fixture';

const rule = (Provider: string, Configuration: Json = {}, Name = Provider): Json => ({
  Name, RuleTypeId: { Category: 'Rule', Owner: 'AWS', Provider, Version: '1' }, Configuration,
});
const ALARM = rule('CloudWatchAlarm', { AlarmName: 'errors' });
const CHECK = rule('VariableCheck', { Variable: '#{Shop.BranchName}', Value: 'main', Operator: 'EQ' });
const hook = (Result: string, ...Rules: Json[]): Json => ({ Conditions: [{ Result, Rules }] });
const approval = (Name: string): Json => ({ Name, ActionTypeId: { Category: 'Approval', Owner: 'AWS', Provider: 'Manual', Version: '1' } });
const commands = (...Commands: string[]): Json => ({
  Name: 'Say', ActionTypeId: { Category: 'Compute', Owner: 'AWS', Provider: 'Commands', Version: '1' }, Commands, InputArtifacts: [{ Name: 'ShopSource' }],
});
const push = (...filters: Json[]): Json => [{ ProviderType: 'CodeStarSourceConnection', GitConfiguration: { SourceActionName: 'Shop', Push: filters } }];
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

const DECLARATIONS: readonly [string, string, (pipeline: Json, template: Json) => void][] = [
  ['conditions in a V1 pipeline', 'needs-v2', pipeline => {
    pipeline.PipelineType = 'V1';
    stageIn(pipeline, 'Production').BeforeEntry = hook('FAIL', ALARM);
  }],
  ['Commands in a V1 pipeline', 'needs-v2', pipeline => {
    pipeline.PipelineType = 'V1';
    stageIn(pipeline, 'Build').Actions.push(commands('make'));
  }],
  ['an entry condition that rolls back', 'condition-result', pipeline => { stageIn(pipeline, 'Production').BeforeEntry = hook('ROLLBACK', ALARM); }],
  ['an alarm that skips', 'skip-not-possible', pipeline => { stageIn(pipeline, 'Production').BeforeEntry = hook('SKIP', ALARM); }],
  ['two conditions on a hook', 'condition-count', pipeline => {
    stageIn(pipeline, 'Production').BeforeEntry = { Conditions: [{ Result: 'FAIL', Rules: [ALARM] }, { Result: 'FAIL', Rules: [CHECK] }] };
  }],
  ['six rules', 'rule-count', pipeline => {
    stageIn(pipeline, 'Production').BeforeEntry = hook('FAIL', ...many(6, index => ({ ...ALARM, Name: `Alarm${index}` })));
  }],
  ['an unknown rule provider', 'rule-provider-unknown', pipeline => { stageIn(pipeline, 'Production').BeforeEntry = hook('FAIL', rule('CloudWatchAlarms')); }],
  ['a retry with conditions', 'retry-with-conditions', pipeline => { stageIn(pipeline, 'Production').OnFailure = { Result: 'RETRY', ...hook('ROLLBACK', ALARM) }; }],
  ['a failure that skips', 'condition-result', pipeline => { stageIn(pipeline, 'Production').OnFailure = { Result: 'SKIP' }; }],
  ['a rollback of parallel executions', 'rollback-parallel', pipeline => { pipeline.ExecutionMode = 'PARALLEL'; }],
  ['a rollback of the sources', 'rollback-source', pipeline => { stageIn(pipeline, 'Source').OnFailure = { Result: 'ROLLBACK' }; }],
  ['51 stages', 'stage-count', pipeline => { pipeline.Stages.push(...many(47, index => ({ Name: `Ask${index}`, Actions: [approval('Ask')] }))); }],
  ['51 actions', 'action-count', pipeline => { stageIn(pipeline, 'Approve').Actions.push(...many(50, index => approval(`Ask${index}`))); }],
  ['51 variables', 'variable-count', pipeline => { pipeline.Variables = many(51, index => ({ Name: `V${index}`, DefaultValue: 'x' })); }],
  ['a namespace twice', 'namespace-twice', pipeline => { actionIn(pipeline, 'Build/Compile').Namespace = 'Shop'; }],
  ['a reserved namespace', 'namespace-reserved', pipeline => { actionIn(pipeline, 'Build/Compile').Namespace = 'codepipeline'; }],
  ['a namespace that is an artifact', 'namespace-is-artifact', pipeline => { actionIn(pipeline, 'Build/Compile').Namespace = 'ShopSource'; }],
  ['an undefined variable', 'reference-unknown', pipeline => { actionIn(pipeline, 'Approve/Ask').Configuration.CustomData = '#{Nowhere.CommitId}'; }],
  ['a value of 1001 characters', 'configuration-length', pipeline => { actionIn(pipeline, 'Approve/Ask').Configuration.CustomData = 'x'.repeat(1001); }],
  ['a run order of 0', 'run-order', pipeline => { actionIn(pipeline, 'Approve/Ask').RunOrder = 0; }],
  ['a run order of 1000', 'run-order', pipeline => { actionIn(pipeline, 'Approve/Ask').RunOrder = 1000; }],
  ['a command of two lines', 'command-form', pipeline => { stageIn(pipeline, 'Build').Actions.push(commands('make\nmake install')); }],
  ['a pattern of 256 characters', 'trigger-pattern', pipeline => { pipeline.Triggers = push({ Branches: { Includes: ['x'.repeat(256)] } }); }],
  ['a trigger on an action that is not there', 'trigger-source', pipeline => {
    pipeline.Triggers = push({ Branches: { Includes: ['main'] } });
    pipeline.Triggers[0].GitConfiguration.SourceActionName = 'Shoop';
  }],
  ['a transition with a bad reason', 'transition', pipeline => { pipeline.DisableInboundStageTransitions = [{ StageName: 'Production', Reason: 'wait; then see' }]; }],
  ['secondary artifacts that the action does not give', 'buildspec-artifacts', (pipeline, template) => {
    actionIn(pipeline, 'Build/Compile').OutputArtifacts.push({ Name: 'ShopDocs' });
    template.Resources.Project = {
      Type: 'AWS::CodeBuild::Project',
      Properties: {
        Name: 'shop-build',
        Source: {
          Type: 'CODEPIPELINE',
          BuildSpec: JSON.stringify({
            version: '0.2',
            phases: { build: { commands: ['make'] } },
            artifacts: { 'secondary-artifacts': { ShopSite: { files: ['**/*'] }, ShopDoc: { files: ['docs/**/*'] } } },
          }),
        },
        Artifacts: { Type: 'CODEPIPELINE' },
        Environment: { Type: 'LINUX_CONTAINER', ComputeType: 'BUILD_GENERAL1_SMALL', Image: 'aws/codebuild/standard:7.0' },
        ServiceRole: 'arn:aws:iam::111111111111:role/build',
      },
    };
  }],
  ['a provider\'s required configuration left out', 'configuration-required', pipeline => { delete actionIn(pipeline, 'Production/Site').Configuration.BucketName; }],
  ['an unknown provider', 'action-type-unknown', pipeline => { actionIn(pipeline, 'Production/Site').ActionTypeId.Provider = 'S33'; }],
];

test.each(DECLARATIONS)('%s is found in a template', (_, id, change) => {
  const template = validTemplate();
  change(template.Resources.Pipeline.Properties, template);
  expect(findingsIn(template).filter(({ severity }) => severity === 'error').map(one => one.id)).toContain(`conveyor:${id}`);
});

test.each(DECLARATIONS)('%s is refused when an app is synthesized', (_, id, change) => {
  const template = validTemplate();
  change(template.Resources.Pipeline.Properties, template);
  const app = new App();
  const stack = new Stack(app, 'Shop', { env: HOME });
  for (const [name, { Type, Properties }] of Object.entries<Json>(template.Resources)) {
    new CfnResource(stack, name, { type: Type, properties: Properties });
  }
  checkAtSynth(stack);
  expect(refusalOf(() => app.synth())).toContain(`conveyor:${id}`);
});
