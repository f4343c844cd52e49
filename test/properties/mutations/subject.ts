/** A template with a pipeline in it, which a mutation makes one thing wrong in. */

import { Choices } from '../program/choices';

/* eslint-disable @typescript-eslint/no-explicit-any -- a template is any JSON */
export type Json = any;

/** One thing made wrong. */
export interface Mutation {
  /** the check that must find it */
  readonly rule: `conveyor:${string}`;
  /** what is made wrong */
  readonly what: string;
  /** Changes the template; false when it has nothing to make wrong in this way. */
  mutate(subject: Subject): boolean | void;
}

export class Subject {
  constructor(readonly template: Json, readonly choices: Choices) {}

  get logicalId(): string {
    const [[id]] = Object.entries<Json>(this.template.Resources).filter(([, { Type }]) => Type === 'AWS::CodePipeline::Pipeline');
    return id;
  }

  get pipeline(): Json {
    return this.template.Resources[this.logicalId].Properties;
  }

  get stages(): Json[] {
    return this.pipeline.Stages;
  }

  get actions(): Json[] {
    return this.stages.flatMap(stage => stage.Actions);
  }

  get sourceArtifact(): string {
    return this.actions[0].OutputArtifacts[0].Name;
  }

  /** One of the stages that have no sources. */
  laterStage(): Json {
    return this.choices.pick(this.stages.slice(1));
  }

  /** One of the actions, perhaps of a kind; undefined when there is none. */
  action(of: (action: Json) => boolean = () => true): Json | undefined {
    const found = this.actions.filter(of);
    return found.length ? this.choices.pick(found) : undefined;
  }

  /** An action of a kind, in a stage of its own behind all others. */
  added(type: string, more: object = {}): Json {
    const [Category, Provider] = type.split('/');
    const action = {
      Name: 'Added',
      ActionTypeId: { Category, Owner: 'AWS', Provider, Version: '1' },
      ...(Category !== 'Approval' && { InputArtifacts: [{ Name: this.sourceArtifact }] }),
      RunOrder: 1,
      ...more,
    };
    this.stages.push({ Name: `Added${this.stages.length}`, Actions: [action] });
    return action;
  }

  approval(more: object = {}): Json {
    return this.added('Approval/Manual', more);
  }

  commands(more: object = {}): Json {
    return this.added('Compute/Commands', { Commands: ['make'], ...more });
  }

  build(more: object = {}): Json {
    return this.added('Build/CodeBuild', { Configuration: { ProjectName: 'shop' }, ...more });
  }

  /** A build in a project of the template. @param spec its buildspec */
  project(spec: unknown, more: object = {}): Json {
    this.template.Resources.AddedProject = {
      Type: 'AWS::CodeBuild::Project',
      Properties: {
        Source: { Type: 'CODEPIPELINE', BuildSpec: typeof spec === 'string' ? spec : JSON.stringify(spec) },
        Artifacts: { Type: 'CODEPIPELINE' },
        Environment: { Type: 'LINUX_CONTAINER', ComputeType: 'BUILD_GENERAL1_SMALL', Image: 'aws/codebuild/standard:7.0' },
        ServiceRole: 'arn:aws:iam::111111111111:role/build',
      },
    };
    this.build({ Configuration: { ProjectName: { Ref: 'AddedProject' } }, ...more });
    return this.template.Resources.AddedProject.Properties;
  }

  /** A rule before entry of one of the stages, in place of what there is. */
  rule(Provider: string, more: object = {}): Json {
    const rule = { Name: 'Added', RuleTypeId: { Category: 'Rule', Owner: 'AWS', Provider, Version: '1' }, ...more };
    this.laterStage().BeforeEntry = { Conditions: [{ Result: 'FAIL', Rules: [rule] }] };
    return rule;
  }

  variableRule(more: object = {}): Json {
    return this.rule('VariableCheck', { Configuration: { Variable: '#{codepipeline.PipelineExecutionId}', Value: 'x', Operator: 'EQ', ...more } });
  }

  /** The condition that an added rule stands in. */
  conditionOf(rule: Json): Json {
    return this.stages.flatMap(stage => stage.BeforeEntry?.Conditions ?? []).find(one => one.Rules.includes(rule));
  }

  /** A trigger of a source behind a connection, in place of all that there are; undefined without such a source. */
  trigger(filter: object = { Branches: { Includes: ['main'] } }): Json | undefined {
    const source = this.stages[0].Actions.find((one: Json) => one.ActionTypeId.Provider === 'CodeStarSourceConnection');
    if (!source) return undefined;
    const trigger = { ProviderType: 'CodeStarSourceConnection', GitConfiguration: { SourceActionName: source.Name, Push: [filter] } };
    this.pipeline.Triggers = [trigger];
    return trigger;
  }
}

export const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
