/** IAM holds 10,240 characters of a role's inline policies together, and 6,144 of a managed policy, of which a role has ten. */

import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Build, DefaultInput, DeliveryPipeline, Deploy, Step } from '../../src';
import { S3_DEPLOY } from '../../src/catalog/deploys';
import { Permission } from '../../src/catalog/provider';
import { ProviderStep } from '../../src/steps/provider-step';
import { buildOf, HOME, pipelineIn, refusalOf, siteIn, stackIn, STAGING } from '../fixture';
import { Rendered } from '../rendered';
import { SelfDelivering, stageIn } from '../steps/cdk-app';

/* eslint-disable @typescript-eslint/no-explicit-any -- a template is any JSON */
type Json = any;

/** A template as IAM will see its policies: every reference in the longest partition and region, with its resource's own name. */
class Deployed {
  private readonly resources: Record<string, Json>;

  constructor(stack: Stack) {
    this.resources = Rendered.of(stack).template.Resources;
  }

  ids(type: string): string[] {
    return Object.keys(this.resources).filter(id => this.resources[id].Type === type);
  }

  properties(id: string): Json {
    return this.written(this.resources[id].Properties);
  }

  action(name: string): Json {
    const [pipeline] = this.ids('AWS::CodePipeline::Pipeline');
    return this.properties(pipeline).Stages.flatMap((stage: Json) => stage.Actions).find((action: Json) => action.Name === name);
  }

  /** The documents that a role has inline. */
  inline(role: string): Json[] {
    const beside = this.ids('AWS::IAM::RolePolicy').map(id => this.properties(id)).filter(policy => policy.RoleName === this.reference(role));
    return [...this.properties(role).Policies.map((policy: Json) => policy.PolicyDocument), ...beside.map(policy => policy.PolicyDocument)];
  }

  /** Those of its managed policies. */
  managed(role: string): Json[] {
    const attached = this.properties(role).ManagedPolicyArns ?? [];
    return this.ids('AWS::IAM::ManagedPolicy')
      .filter(id => attached.includes(this.reference(id)) || this.properties(id).Roles?.includes(this.reference(role)))
      .map(id => this.properties(id).PolicyDocument);
  }

  /** `action on resource`, of all that a role is allowed. */
  allowed(role: string): Set<string> {
    const statements = [...this.inline(role), ...this.managed(role)].flatMap(document => document.Statement);
    return new Set(statements.flatMap((one: Json) => [one.Action].flat().flatMap((action: string) => [one.Resource].flat().map(resource => `${action} on ${resource}`))));
  }

  /** The role with this ARN, or this description. */
  role(which: string): string {
    return this.ids('AWS::IAM::Role').find(id => this.reference(id, 'Arn') === which || this.properties(id).Description === which)!;
  }

  reference(id: string, attribute?: string): string {
    const pseudo: Record<string, string> = { 'AWS::Partition': 'aws-us-gov', 'AWS::Region': 'ap-southeast-4', 'AWS::AccountId': '111111111111' };
    const { Type: type, Properties: { Name: name } = {} as Json } = this.resources[id] ?? {};
    if (type === 'AWS::CodeBuild::Project') return attribute ? `arn:aws-us-gov:codebuild:ap-southeast-4:111111111111:project/${name}` : name;
    return pseudo[id] ?? `<${id}${attribute ? `.${attribute}` : ''}>`.padEnd(100, '.');
  }

  private written(value: Json): Json {
    if (Array.isArray(value)) return value.map(one => this.written(one));
    if (typeof value !== 'object' || value === null) return value;
    if (value.Ref) return this.reference(value.Ref);
    if (value['Fn::GetAtt']) return this.reference(value['Fn::GetAtt'][0], value['Fn::GetAtt'][1]);
    if (value['Fn::Join']) return this.written(value['Fn::Join'][1]).join(value['Fn::Join'][0]);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.written(one)]));
  }
}

const length = (documents: Json[]) => documents.reduce((sum, document) => sum + JSON.stringify(document).replace(/\s/g, '').length, 0);

/** Every role of a stack is within IAM's sizes; answers with the stack. */
function withinLimits(stack: Stack): Deployed {
  const deployed = new Deployed(stack);
  for (const role of deployed.ids('AWS::IAM::Role')) {
    expect(length(deployed.inline(role))).toBeLessThanOrEqual(10_240);
    expect(deployed.managed(role).length).toBeLessThanOrEqual(10);
  }
  for (const policy of deployed.ids('AWS::IAM::ManagedPolicy')) {
    const { Path, PolicyDocument } = deployed.properties(policy);
    expect(length([PolicyDocument])).toBeLessThanOrEqual(6_144);
    expect(Path).toBe('/conveyor/Web/');
  }
  return deployed;
}

const queues = (count: number) => Array.from({ length: count }, (_, at) => `arn:aws:sqs:eu-west-1:111111111111:orders-of-the-shop-number-${at}`);
const WANTED = ['sqs:SendMessage', 'sqs:GetQueueUrl'];
const allOf = (resources: readonly string[]) => WANTED.flatMap(action => resources.map(resource => `${action} on ${resource}`));

/** A deployment whose provider asks for these permissions, or that works with a role that exists. */
function deployment(stepName: string, permissions: Permission[], roleArn?: string): Step {
  return new ProviderStep({
    stepName,
    row: { ...S3_DEPLOY, permissions: () => permissions },
    defaultInput: DefaultInput.SOURCE,
    configure: () => ({ configuration: { BucketName: 'site', Extract: 'true' }, roleArn }),
  });
}

const wide = (resources: readonly string[]) => deployment('Wide', [{ actions: ['sqs:ListQueues'], resources: ['*'] }, { actions: WANTED, resources }]);

describe('builds of a stage', () => {
  const names = Array.from({ length: 120 }, (_, at) => `Integration-of-the-payments-service-with-what-the-country-number-${at}-asks-for`);
  const stack = stackIn(HOME);
  pipelineIn(stack, { builds: names.map(name => buildOf(name)) });
  const deployed = withinLimits(stack);
  const roles = new Map(names.map(name => [name, deployed.role(deployed.action(name).RoleArn)]));

  test('that outgrow their role go on in another, so that every role is one resource', () => {
    expect(new Set(roles.values()).size).toBeGreaterThan(3); // a stage holds 50 actions
    expect(new Set(roles.values()).size).toBeLessThan(10);
    expect(deployed.ids('AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  test('may each be started by the role that they have', () => {
    for (const [name, role] of roles) {
      const { ProjectName } = deployed.action(name).Configuration;
      expect(deployed.allowed(role)).toContain(`codebuild:StartBuild on arn:aws-us-gov:codebuild:ap-southeast-4:111111111111:project/${ProjectName}`);
    }
  });

  test('that fit into one role share it', () => {
    const few = stackIn(HOME);
    pipelineIn(few, { builds: Array.from({ length: 40 }, (_, at) => buildOf(`Build${at}`)) });
    const small = withinLimits(few);
    expect(new Set(Array.from({ length: 40 }, (_, at) => small.action(`Build${at}`).RoleArn)).size).toBe(1);
  });
});

describe('an action that asks for more than a role\'s own policy holds', () => {
  test('gets the rest in managed policies of the pipeline\'s path', () => {
    const stack = stackIn(HOME);
    pipelineIn(stack).addStage('Stage', { steps: [wide(queues(300))] });
    const deployed = withinLimits(stack);
    const role = deployed.role(deployed.action('Wide').RoleArn);
    expect(deployed.managed(role).length).toBeGreaterThan(0);
    expect([...deployed.allowed(role)]).toEqual(expect.arrayContaining([...allOf(queues(300)), 'sqs:ListQueues on *']));
  });

  test('is not allowed more than it asks for', () => {
    const stack = stackIn(HOME);
    pipelineIn(stack).addStage('Stage', { steps: [wide(queues(300))] });
    const deployed = new Deployed(stack);
    const ofQueues = [...deployed.allowed(deployed.role(deployed.action('Wide').RoleArn))].filter(one => one.startsWith('sqs:'));
    expect(ofQueues).toHaveLength(601);
  });

  test('has its policies in the account that it works in', () => {
    const app = new App();
    const stack = stackIn(HOME, 'Shop', app);
    pipelineIn(stack).addEnvironment('Staging', { env: STAGING, deploy: [wide(queues(300))] });
    const support = app.node.findChild('Shop-support-222222222222') as Stack;
    const deployed = withinLimits(support);
    expect(withinLimits(stack).ids('AWS::IAM::ManagedPolicy')).toEqual([]);
    expect([...deployed.allowed(deployed.role('Action Shop/Web/Pipeline/Staging/Wide'))]).toEqual(expect.arrayContaining(allOf(queues(300))));
  });

  test('has no further policy while its own holds all', () => {
    const stack = stackIn(HOME);
    pipelineIn(stack).addStage('Stage', { steps: [wide(queues(100))] });
    expect(withinLimits(stack).ids('AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  test('is refused when not even ten managed policies hold it', () => {
    const refusal = refusalOf(() => pipelineIn().addStage('Stage', { steps: [wide(queues(1500))] }));
    expect(refusal).toMatch(/more than 10240 characters of its own policies and 10 managed policies of 6144 hold\.[^]*mend: .*pattern[^]*where: Shop\/Web\/Pipeline\/Stage\/Wide/);
  });
});

describe('the role of a build', () => {
  const permissions = (count: number) => [
    new iam.PolicyStatement({ actions: WANTED, resources: queues(count) }),
    new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['sqs:*'], notResources: queues(2) }),
  ];
  const roleOf = (deployed: Deployed) => deployed.ids('AWS::IAM::Role').find(id => /^Builds of/.test(deployed.properties(id).Description))!;

  test('is allowed all that it is to be, over several policies', () => {
    const stack = stackIn(HOME);
    pipelineIn(stack, { builds: [Build.codeBuild('Build', { commands: ['make'], permissions: permissions(300) })] });
    const deployed = withinLimits(stack);
    expect([...deployed.allowed(roleOf(deployed))]).toEqual(expect.arrayContaining(allOf(queues(300))));
  });

  test('keeps a denial as it is', () => {
    const stack = stackIn(HOME);
    pipelineIn(stack, { builds: [Build.codeBuild('Build', { commands: ['make'], permissions: permissions(300) })] });
    const deployed = new Deployed(stack);
    const denials = [...deployed.inline(roleOf(deployed)), ...deployed.managed(roleOf(deployed))].flatMap(one => one.Statement).filter(one => one.Effect === 'Deny');
    expect(denials).toEqual([{ Effect: 'Deny', Action: 'sqs:*', NotResource: queues(2) }]);
  });

  test('that publishes for more accounts than a policy holds is refused', () => {
    const delivering = new SelfDelivering({ selfUpdate: false });
    const stages = Array.from({ length: 150 }, (_, at) => stageIn(delivering.app, `Live${at}`, { env: { account: `${333333333000 + at}`, region: 'eu-west-1' } }));
    for (const [at, stage] of stages.entries()) delivering.pipeline.addStage(`Stage${at}`, { steps: [Deploy.cdk(stage)] });
    expect(refusalOf(() => delivering.rendered())).toMatch(/take on 150 roles[^]*mend: .*fewer accounts/);
  });
});

describe('the pipeline\'s own role', () => {
  const given = Array.from({ length: 150 }, (_, at) => `arn:aws:iam::111111111111:role/teams/payments-and-billing/deploys-cluster-number-${at}`);
  const stack = stackIn(HOME);
  const pipeline = pipelineIn(stack);
  const addGiven = (to: DeliveryPipeline) => {
    for (let at = 0; at < given.length; at += 50) {
      to.addStage(`Stage${at}`, { steps: given.slice(at, at + 50).map((role, one) => deployment(`Own${at + one}`, [], role)) });
    }
  };
  addGiven(pipeline);
  const deployed = withinLimits(stack);

  test('takes on every role that is given to it', () => {
    expect([...deployed.allowed(deployed.role('Pipeline Web'))]).toEqual(expect.arrayContaining(given.map(role => `sts:AssumeRole on ${role}`)));
  });

  test('is complete before the pipeline, which runs as soon as it is there', () => {
    const [id] = deployed.ids('AWS::CodePipeline::Pipeline');
    const policies = deployed.ids('AWS::IAM::ManagedPolicy');
    expect(policies.length).toBeGreaterThan(0);
    expect(Rendered.of(stack).template.Resources[id].DependsOn).toEqual(expect.arrayContaining(policies));
  });

  test('copies artifacts between many regions', () => {
    const home = stackIn(HOME);
    const many = pipelineIn(home);
    const regions = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-2', 'eu-west-3', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'ap-south-1',
      'ap-east-1', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-southeast-1', 'ap-southeast-2', 'ca-central-1', 'sa-east-1', 'af-south-1', 'me-south-1'];
    for (const region of regions) many.addEnvironment(region, { env: { region }, deploy: [siteIn(home, `Site-${region}`)] });
    const spreadOut = withinLimits(home);
    const keys = [...spreadOut.allowed(spreadOut.role('Pipeline Web'))].filter(one => /^kms:GenerateDataKey on .*:key\/\*$/.test(one));
    expect(keys).toHaveLength(regions.length);
  });

  test('may be in the account\'s support stack', () => {
    const app = new App();
    const both = stackIn(HOME, 'Shop', app);
    const abroad = pipelineIn(both);
    addGiven(abroad);
    abroad.addEnvironment('Staging', { env: STAGING, deploy: [siteIn(both)] });
    withinLimits(both);
    const role = Rendered.of(app.node.findChild('Shop-support-111111111111') as Stack).only('AWS::IAM::Role');
    expect(Rendered.of(both).all('AWS::IAM::ManagedPolicy').map(policy => policy.Roles)).toContainEqual([role.RoleName]);
  });
});
