/**
 * Calls that nobody in a pipeline must be able to make, by families. They follow from the needs and from AWS's lists of
 * actions and resources; nothing is left to chance, so that every run asks the same.
 */

import { arnOf, covers, partsOf, sampleOf, unique } from './arn';
import { Assembly, Role } from './assembly';
import type { Context } from './evaluator';
import { actionsOf, formsOf, hasForm, strangerOf } from './iam-actions';
import { RoleCall } from './judge';
import { Need } from './needed/need';
import { Subject } from './subjects';

export const STRANGE_ACCOUNT = '999999999999';
export const STRANGE_REGION = 'ap-southeast-4';

export type Family =
  | 'other actions of the same services'
  | 'the same actions on other resources'
  | 'the same calls under other circumstances'
  | 'other projects of CodeBuild'
  | 'artifacts of other pipelines'
  | 'artifacts, for who has none'
  | 'the bucket of the artifacts itself'
  | 'other roles, taken on'
  | 'roles, passed on'
  | 'keys, not through S3';

export interface OtherCall extends RoleCall {
  readonly family: Family;
}

/** Everything of the kind that is asked of one role. */
export async function otherCallsOf(subject: Subject, subjects: readonly Subject[], assembly: Assembly): Promise<OtherCall[]> {
  const region = regionOf(subject, assembly);
  const calls = [
    ...await otherActions(subject, region),
    ...await otherResources(subject.needs),
    ...otherCircumstances(subject.needs),
    ...otherProjects(subject, assembly),
    ...artifactsOfOthers(subject, assembly),
    ...theBucket(subject, assembly),
    ...otherRoles(subject, subjects),
    ...passing(subject, subjects),
    ...keys(subject, assembly),
  ];
  const asked = new Map(calls.map(call => [JSON.stringify(call), call]));
  return [...asked.values()].filter(call => !isNeeded(call, subject));
}

/** Whether some need comes to this call. */
function isNeeded({ action, resource, context = {} }: RoleCall, { needs, pipelineName }: Subject): boolean {
  return needs.some(need => need.action.toLowerCase() === action.toLowerCase()
    && (need.resource === '*' || covers(ofPipeline(need.resource, pipelineName), resource))
    && Object.entries(need.context ?? {}).every(([key, value]) => typeof value !== 'string' || covers(value, String(context[key]))));
}

/**
 * Artifacts are told apart by pipeline, and not within one: what the key of an artifact looks like behind the pipeline's name
 * is inferred (src/catalog/artifact-access.ts), and a grant that rested on it could fail.
 */
function ofPipeline(resource: string, pipelineName = ''): string {
  const prefix = `/${pipelineName.slice(0, 20)}/`;
  return /^arn:[^:]+:s3:::/.test(resource) && pipelineName && resource.includes(prefix) ? `${resource.slice(0, resource.indexOf(prefix))}${prefix}*` : resource;
}

function regionOf({ needs, role }: Subject, assembly: Assembly): string {
  const named = needs.map(({ resource }) => partsOf(resource).region).find(region => region);
  return named ?? role.resource?.region ?? assembly.plan.pipelines[0].region;
}

/** Every action of the services that the role works with, and of those that keep artifacts: on its own resources where it takes them. */
async function otherActions({ needs, role }: Subject, region: string): Promise<OtherCall[]> {
  const services = unique([...needs.map(({ action }) => action.split(':')[0]), 's3', 'kms']);
  const needed = new Set(needs.map(({ action }) => action.toLowerCase()));
  const own = unique(needs.filter(({ resource }) => resource !== '*').map(({ resource }) => sampleOf(resource)));
  const calls: OtherCall[] = [];
  for (const action of (await Promise.all(services.map(actionsOf))).flat()) {
    if (needed.has(action.toLowerCase()) || ALLOWED_TO_ALL.has(action)) continue;
    const forms = await formsOf(action);
    const taken = own.filter(resource => forms.some(form => hasForm(form, resource)));
    const resources = !forms.length ? ['*'] : taken.length ? taken : forms.slice(0, 1).map(form => strangerOf(form, { region, account: role.account }));
    calls.push(...resources.map(resource => ({ family: 'other actions of the same services' as const, action, resource, context: contextOf(resource, needs) })));
  }
  return calls;
}

/** IAM never denies it to anybody. */
const ALLOWED_TO_ALL: ReadonlySet<string> = new Set(['sts:GetCallerIdentity', 'sts:getcalleridentity']);

/** What AWS would tell in a needed call on the resource: what is denied is not denied for want of it. */
function contextOf(resource: string, needs: readonly Need[]): Context | undefined {
  const context = needs.find(need => need.resource !== '*' && covers(need.resource, resource))?.context;
  return context && Object.fromEntries(Object.entries(context).map(([key, value]) => [key, typeof value === 'string' ? sampleOf(value) : value]));
}

/** The needed calls elsewhere: in another account or region, and on names that differ, or only begin or end as these do. */
async function otherResources(needs: readonly Need[]): Promise<OtherCall[]> {
  const calls: OtherCall[] = [];
  for (const { action, resource, context } of needs) {
    if (resource === '*') continue;
    const forms = await formsOf(action);
    const others = elsewhere(resource).map(sampleOf).filter(other => forms.some(form => hasForm(form, other)));
    const told = ofOtherObjects(contextOf(sampleOf(resource), [{ action, resource, context }]));
    calls.push(...others.map(other => ({ family: 'the same actions on other resources' as const, action, resource: other, context: told })));
  }
  return calls;
}

/** Another key than a store's encrypts other objects than the store's. */
function ofOtherObjects(context: Context | undefined): Context | undefined {
  return context && Object.fromEntries(Object.entries(context).map(([key, value]) => [key, key.startsWith('kms:EncryptionContext:') ? 'arn:aws:s3:::stranger' : value]));
}

function elsewhere(resource: string): string[] {
  const parts = partsOf(resource);
  const words = parts.resource.split(/([:/])/);
  const fixed = words.flatMap((word, at) => at % 2 === 0 && word && !/[*?]/.test(word) ? [at] : []);
  const renamed = fixed.flatMap(at => [`${words[at]}2`, `a${words[at]}`, 'stranger'].map(word => words.map((other, index) => index === at ? word : other).join('')));
  return [
    ...(parts.account && parts.account !== '*' ? [arnOf({ ...parts, account: STRANGE_ACCOUNT })] : []),
    ...(parts.region ? [arnOf({ ...parts, region: STRANGE_REGION })] : []),
    ...renamed.map(name => arnOf({ ...parts, resource: name })),
  ];
}

/** The needed calls, where something else is told of them: of another tag, another change set, another service that a role is for. */
function otherCircumstances(needs: readonly Need[]): OtherCall[] {
  return needs.filter(({ resource }) => resource !== '*').flatMap(({ action, resource, context = {} }) => Object.keys(context)
    // a key of one store serves that store alone; only where it is named by a pattern does the context say which
    .filter(key => !key.startsWith('kms:EncryptionContext:'))
    .flatMap((key): OtherCall[] => {
      const { [key]: _, ...without } = contextOf(sampleOf(resource), [{ action, resource, context }])!;
      return [
        { ...without, [key]: 'stranger' },
        // what carries no such tag is not meant, where any of its values would do
        ...(key.startsWith('aws:ResourceTag/') ? [without] : []),
      ].map(told => ({ family: 'the same calls under other circumstances', action, resource: sampleOf(resource), context: told }));
    }));
}

/** Builds of other stages and pipelines; also the own project, for who does not start it. */
function otherProjects({ role }: Subject, { plan }: Assembly): OtherCall[] {
  const projects = [
    ...plan.resources.ofType('AWS::CodeBuild::Project').map(({ arn }) => arn),
    `arn:aws:codebuild:${plan.pipelines[0].region}:${role.account}:project/stranger`,
  ];
  return projects.flatMap(resource => ['StartBuild', 'BatchGetBuilds', 'StartBuildBatch', 'BatchGetBuildBatches', 'StopBuild', 'UpdateProject'].map((name): OtherCall => ({
    family: 'other projects of CodeBuild', action: `codebuild:${name}`, resource,
  })));
}

const OBJECT_CALLS = ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion', 's3:GetObjectTagging'];

/** In every bucket of the assembly's pipelines: what stands under other prefixes, and, for a role that reads and writes nothing, under any. */
function artifactsOfOthers({ pipelineName, needs }: Subject, { plan }: Assembly): OtherCall[] {
  const buckets = unique(plan.pipelines.flatMap(({ stores }) => stores.map(({ bucket }) => bucket)));
  const own = pipelineName?.slice(0, 20);
  const keyless = needs.every(({ resource }) => !buckets.some(bucket => resource.startsWith(`arn:aws:s3:::${bucket}`)));
  const prefixes = unique([...plan.pipelines.map(({ name }) => name.slice(0, 20)), 'Stranger', ...(own ? [`${own}2`, own.slice(0, -1)] : []), '']);
  return buckets.flatMap(bucket => prefixes.filter(prefix => keyless || prefix !== own).flatMap(prefix => OBJECT_CALLS.map((action): OtherCall => ({
    family: prefix === own ? 'artifacts, for who has none' : 'artifacts of other pipelines',
    action,
    resource: `arn:aws:s3:::${bucket}/${prefix}${prefix && '/'}Source/abcdefg`,
  }))));
}

const BUCKET_CALLS = [
  's3:ListBucket', 's3:ListBucketVersions', 's3:DeleteBucket', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy', 's3:PutBucketVersioning', 's3:PutLifecycleConfiguration',
  's3:PutEncryptionConfiguration', 's3:PutBucketPublicAccessBlock', 's3:PutBucketAcl', 's3:PutReplicationConfiguration', 's3:GetBucketPolicy', 's3:GetBucketAcl',
];

function theBucket(_subject: Subject, { plan }: Assembly): OtherCall[] {
  return unique(plan.pipelines.flatMap(({ stores }) => stores.map(({ bucket }) => bucket)))
    .flatMap(bucket => BUCKET_CALLS.map((action): OtherCall => ({ family: 'the bucket of the artifacts itself', action, resource: `arn:aws:s3:::${bucket}` })));
}

/** Every role of the assembly that is not the role's to take on, and some that nobody here knows. */
function otherRoles({ role, pipelineName }: Subject, subjects: readonly Subject[]): OtherCall[] {
  const strangers = [role.account, STRANGE_ACCOUNT].flatMap(account => ['Admin', `conveyor/${pipelineName}/Admin`, 'conveyor/Stranger/Admin', `conveyor/${pipelineName}2/Admin`]
    .map(name => `arn:aws:iam::${account}:role/${name}`));
  return [...subjects.map(one => one.role.arn), ...strangers]
    .map((resource): OtherCall => ({ family: 'other roles, taken on', action: 'sts:AssumeRole', resource }));
}

const SERVICES = ['cloudformation', 'codebuild', 'codepipeline', 'ec2', 'ecs', 'ecs-tasks', 'elasticbeanstalk', 'lambda', 'servicecatalog'].map(name => `${name}.amazonaws.com`);

/** The roles that it passes on, to other services; other roles, to every service. */
function passing({ role, needs }: Subject, subjects: readonly Subject[]): OtherCall[] {
  const passed = needs.filter(({ action }) => action === 'iam:PassRole').map(({ resource }) => resource);
  const executions = subjects.filter(({ uses }) => uses.some(({ kind }) => kind === 'execution')).map(one => one.role.arn);
  const roles = unique([...passed, ...executions, role.arn, `arn:aws:iam::${role.account}:role/Admin`, ...passed.map(arn => `${arn}2`)]);
  return roles.flatMap(resource => [...SERVICES, undefined].map((service): OtherCall => ({
    family: 'roles, passed on', action: 'iam:PassRole', resource, ...(service && { context: { 'iam:PassedToService': service } }),
  })));
}

const KEY_CALLS = ['Decrypt', 'GenerateDataKey', 'Encrypt', 'ReEncryptFrom', 'CreateGrant', 'DescribeKey', 'PutKeyPolicy', 'ScheduleKeyDeletion'].map(name => `kms:${name}`);

/** The keys of the assembly: straight, through other services, through S3 of another region, for another bucket; and keys that nobody here knows. */
function keys({ role, needs }: Subject, { plan }: Assembly): OtherCall[] {
  const known = plan.resources.ofType('AWS::KMS::Key');
  const through = (region: string): Context[] => [
    {},
    ...['sns', 'sqs', 'secretsmanager', 'dynamodb', 'ec2', 'lambda', 'ssm'].map(service => ({ 'kms:ViaService': `${service}.${region}.amazonaws.com` })),
    { 'kms:ViaService': `s3.${STRANGE_REGION}.amazonaws.com` },
  ];
  const uses = needs.some(({ action }) => action === 'kms:Decrypt');
  return [
    ...known.flatMap(({ arn, region }) => KEY_CALLS.flatMap(action => [
      ...through(region),
      ...(uses ? [] : [{ 'kms:ViaService': `s3.${region}.amazonaws.com` }]),
    ].map((context): OtherCall => ({ family: 'keys, not through S3', action, resource: arn, context })))),
    ...unique(known.map(({ region }) => region)).flatMap(region => KEY_CALLS.map((action): OtherCall => ({
      family: 'keys, not through S3',
      action,
      resource: `arn:aws:kms:${region}:${role.account}:key/stranger`,
      context: { 'kms:ViaService': `s3.${region}.amazonaws.com`, 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::stranger' },
    }))),
  ];
}

/** A role that may do everything, as far as its own policies go. */
export function administrator(account: string, path = ''): Role {
  return {
    arn: `arn:aws:iam::${account}:role/${path}Administrator`,
    account,
    policies: [{ name: 'AdministratorAccess', document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }],
  };
}
