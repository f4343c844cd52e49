import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

/* eslint-disable @typescript-eslint/no-explicit-any -- a template is any JSON */
type Json = any;

/**
 * A stack's template, for reading. Intrinsics are said as text, so that an expectation reads as an ARN does:
 * `aws` is the partition, `${Topic}` a reference, `${Topic.Arn}` an attribute; logical ids are without their hash.
 */
export class Rendered {
  static of(stack: Stack): Rendered {
    return new Rendered(Template.fromStack(stack).toJSON());
  }

  private constructor(readonly template: Json) {}

  /** The properties of every resource of a type. */
  all(type: string): Json[] {
    return Object.values<Json>(this.template.Resources).filter(one => one.Type === type).map(one => spoken(one.Properties));
  }

  /** The properties of the one resource of a type. */
  only(type: string): Json {
    const found = this.all(type);
    if (found.length !== 1) throw new Error(`There are ${found.length} of ${type}.`);
    return found[0];
  }

  get pipeline(): Json {
    return this.only('AWS::CodePipeline::Pipeline');
  }

  get stages(): Json[] {
    return this.pipeline.Stages;
  }

  stage(name: string): Json {
    return this.stages.find(stage => stage.Name === name) ?? missing(name);
  }

  /** @param path `Stage/Action` */
  action(path: string): Json {
    const [stage, name] = path.split('/');
    return this.stage(stage).Actions.find((action: Json) => action.Name === name) ?? missing(path);
  }

  /** The run orders of a stage's actions. */
  orders(stage: string): Record<string, number> {
    return Object.fromEntries(this.stage(stage).Actions.map((action: Json) => [action.Name, action.RunOrder]));
  }

  /** The names of what an action reads. */
  inputs(path: string): string[] {
    return (this.action(path).InputArtifacts ?? []).map((input: Json) => input.Name);
  }

  /** The role that an action runs with. */
  roleOf(path: string): Json {
    return this.role(this.action(path).RoleArn);
  }

  /** A role by a reference to it, as text. */
  role(reference: string): Json {
    const id = /\$\{(\w+)(\.Arn)?\}$/.exec(reference)?.[1];
    const [, role] = Object.entries<Json>(this.template.Resources).find(([key, one]) => one.Type === 'AWS::IAM::Role' && withoutHash(key) === id) ?? [];
    return role ? spoken(role.Properties) : missing(reference);
  }

  /** What an action's role allows, beside the artifacts. */
  statements(path: string): Json[] {
    return statementsOf(this.roleOf(path)).filter(one => !/\$\{Artifacts/.test(JSON.stringify(one.Resource)));
  }

  /** What an action's role allows with the artifacts. */
  artifactStatements(path: string): Json[] {
    return statementsOf(this.roleOf(path)).filter(one => /\$\{Artifacts/.test(JSON.stringify(one.Resource)));
  }
}

/** The statements of a role's one inline policy. */
export function statementsOf(role: Json): Json[] {
  const [policy, ...others] = role.Policies;
  if (others.length) throw new Error('The role has more than one policy.');
  return policy.PolicyDocument.Statement.map(({ Effect, ...rest }: Json) => Effect === 'Allow' ? rest : missing('Allow'));
}

function spoken(value: Json): Json {
  if (Array.isArray(value)) return value.map(spoken);
  if (typeof value !== 'object' || value === null) return value;
  const [key, ...others] = Object.keys(value);
  if (!others.length) {
    const pseudo: Record<string, string> = { 'AWS::Partition': 'aws', 'AWS::AccountId': '${account}', 'AWS::Region': '${region}' };
    if (key === 'Ref') return pseudo[value.Ref] ?? `\${${withoutHash(value.Ref)}}`;
    if (key === 'Fn::GetAtt') return `\${${withoutHash(value[key][0])}.${value[key][1]}}`;
    if (key === 'Fn::Sub' && typeof value[key] === 'string') return value[key].replace(/\$\{(AWS::\w+)\}/g, (all: string, name: string) => pseudo[name] ?? all);
    if (key === 'Fn::Join') return value[key][1].map(spoken).join(value[key][0]);
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoken(one)]));
}

function withoutHash(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}

function missing(what: string): never {
  throw new Error(`There is no ${what}.`);
}
