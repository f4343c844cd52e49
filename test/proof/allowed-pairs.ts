/**
 * What an action's role may do, counted: pairs of an action of AWS and a class of resources.
 *
 * The universe is the same for both sides. Its actions are all of the services that a policy of either side mentions. Its
 * classes are, for each kind of resource that an action takes: the one that the pipeline's action is about ("own"), another of
 * the kind in the account ("another") and, of what is a part of something, another part of it ("another of the own"); of objects in S3 also the artifacts of this pipeline and those of another one; of
 * roles that are passed on, to the service that they are for and to another; of keys, through S3 and not; and for actions that
 * take no resource the one class of all ("any"). A pair counts when the judge allows it.
 */

import { covers, partsOf, unique } from './arn';
import { Assembly, Role } from './assembly';
import type { Context } from './evaluator';
import { actionsOf, formsOf, hasForm } from './iam-actions';
import { Judge, RoleCall } from './judge';
import { listOf } from './policy-document';

/** One side of a comparison. */
export interface Side {
  readonly assembly: Assembly;
  /** none where the action has none */
  readonly actionRole?: Role;
  readonly pipelineRole: Role;
}

interface Pair extends RoleCall {
  readonly label: string;
}

/** The pairs that a role may make, as texts. */
export async function allowedPairs(side: Side, role: Role, services: readonly string[]): Promise<Set<string>> {
  const { assembly } = side;
  const allowed = new Set<string>();
  const judge = new Judge(assembly);
  const mentioned = mentions(assembly, role);
  for (const action of unique((await Promise.all(services.map(actionsOf))).flat())) {
    // what no statement mentions nobody is allowed: the judge need not be asked
    if (!mentioned.some(pattern => covers(pattern.toLowerCase(), action.toLowerCase()))) continue;
    for (const { label, ...call } of await pairsOf(action, side)) {
      if (await judge.may(role, call)) allowed.add(label);
    }
  }
  return allowed;
}

/** The services that the policies of a role mention. */
export function servicesOf({ policies }: Role): string[] {
  const patterns = policies.flatMap(({ document }) => document.Statement.flatMap(statement => listOf(statement.Action)));
  return unique(patterns.map(pattern => pattern.split(':')[0]));
}

function mentions({ resourcePolicies }: Assembly, { policies }: Role): string[] {
  const documents = [...policies.map(({ document }) => document), ...resourcePolicies.values()];
  return unique(documents.flatMap(document => document.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(statement => listOf(statement.Action))));
}

async function pairsOf(action: string, side: Side): Promise<Pair[]> {
  const forms = await formsOf(action);
  if (!forms.length) return [{ action, resource: '*', label: `${action} on any` }];
  const special = SPECIAL[action.toLowerCase()] ?? SPECIAL[action.split(':')[0]];
  return (special?.(side) ?? forms.flatMap(form => classesOf(form, side.assembly)))
    .filter(([, resource]) => forms.some(form => hasForm(form, resource)))
    .map(([name, resource, context]) => ({ action, resource, context, label: `${action} on ${name}` }));
}

/** Where a resource is a part of another one, so is a further class: another part of the own. */
function classesOf(form: string, assembly: Assembly): Class[] {
  const whole = ['own', 'another'].map((which): Class => [`${which} ${kindOf(form)}`, filled(form, which, assembly), tagsOf(which)]);
  const ends = filled(form, 'own', assembly).replace(/(?<=\bown\b.*)\bown$/, 'another');
  return ends === whole[0][1] ? whole : [...whole, [`another of the own ${kindOf(form)}`, ends]];
}

type Class = readonly [name: string, resource: string, context?: Context];

const kindOf = (form: string) => partsOf(form.replace(/\$\{[^}]*\}/g, '')).resource.replace(/[/:]+/g, ' ').trim() || partsOf(form).service;

/** The tag that the deployments to machines go by. */
const tagsOf = (which: string): Context | undefined => which === 'own' ? { 'aws:ResourceTag/application': 'own', 'ecs:CreateAction': 'RegisterTaskDefinition' } : undefined;

function filled(form: string, which: string, { plan }: Assembly): string {
  const [{ name }] = plan.pipelines;
  const product = which === 'own' ? 'prod-own' : 'prod-another';
  return form
    .replace('${Partition}', 'aws').replace('${Region}', 'eu-west-1').replace('${Account}', '111111111111')
    .replace('${LogGroupName}', `/aws/codepipeline/${which === 'own' ? name : which}`)
    .replace('${ProductId}', product)
    .replace(/\$\{[^}]*\}/g, which);
}

function artifacts({ plan }: Assembly) {
  const [{ name, stores: [store] }] = plan.pipelines;
  return { bucket: `arn:aws:s3:::${store.bucket}`, prefix: name.slice(0, 20), keyId: store.keyId };
}

const objects = ({ assembly }: Side): Class[] => {
  const { bucket, prefix } = artifacts(assembly);
  const beanstalk = 'arn:aws:s3:::elasticbeanstalk-eu-west-1-111111111111';
  return [
    ['the artifacts of this pipeline', `${bucket}/${prefix}/Source/abcdefg`],
    ['the artifacts of another pipeline', `${bucket}/Another/Source/abcdefg`],
    ['the bucket of the artifacts', bucket],
    ['own bucket', 'arn:aws:s3:::own-bucket'],
    ['own object', 'arn:aws:s3:::own-bucket/own.zip'],
    ['another object of the own bucket', 'arn:aws:s3:::own-bucket/another.zip'],
    ['another bucket', 'arn:aws:s3:::another-bucket'],
    ['object of another bucket', 'arn:aws:s3:::another-bucket/own.zip'],
    ['the bucket of Beanstalk', beanstalk],
    ['object of the bucket of Beanstalk', `${beanstalk}/own.zip`],
  ];
};

const keys = ({ assembly }: Side): Class[] => {
  const { bucket, keyId } = artifacts(assembly);
  const own = keyId ? assembly.keyOf(keyId) : undefined;
  const throughS3 = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:EncryptionContext:aws:s3:arn': bucket };
  return own ? [
    ['the key of the artifacts, through S3', own, throughS3],
    ['the key of the artifacts, straight', own],
    ['another key, through S3', 'arn:aws:kms:eu-west-1:111111111111:key/another', throughS3],
  ] : [];
};

const SERVICES = ['cloudformation', 'ecs', 'ecs-tasks', 'ec2', 'lambda'].map(name => `${name}.amazonaws.com`);
const passed: Class[] = ['own', 'another'].flatMap(name => SERVICES.map((service): Class => [
  `${name} role, to ${service}`, `arn:aws:iam::111111111111:role/${name}`, { 'iam:PassedToService': service },
]));

/** The role of the action stands in the assembly; of the others only the name is known. */
function roles({ actionRole }: Side): Class[] {
  const others = ['conveyor/Another/Action', 'Another'].map((name): Class => [`a role ${name}`, `arn:aws:iam::111111111111:role/${name}`]);
  return [...actionRole ? [['the role of the action', actionRole.arn] as const] : [], ...others];
}

/** Where the classes are not only own and another. */
const SPECIAL: Readonly<Partial<Record<string, (side: Side) => Class[]>>> = {
  's3': objects,
  'kms': keys,
  'iam:passrole': () => passed,
  'codestar-connections': () => ['1a2b', 'another'].map((id): Class => [`connection ${id}`, `arn:aws:codestar-connections:eu-west-1:111111111111:connection/${id}`]),
  'sts:assumerole': roles,
};
