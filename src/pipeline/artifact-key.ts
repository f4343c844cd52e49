import { Aws, Lazy, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** Whoever administers the account administers the key, else nobody could; using the key is not among it. */
const ADMINISTRATION = [
  'kms:CancelKeyDeletion', 'kms:CreateAlias', 'kms:CreateGrant', 'kms:DeleteAlias', 'kms:DescribeKey', 'kms:DisableKey', 'kms:DisableKeyRotation',
  'kms:EnableKey', 'kms:EnableKeyRotation', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus', 'kms:ListGrants', 'kms:ListKeyPolicies',
  'kms:ListResourceTags', 'kms:PutKeyPolicy', 'kms:RetireGrant', 'kms:RevokeGrant', 'kms:ScheduleKeyDeletion', 'kms:TagResource',
  'kms:UntagResource', 'kms:UpdateAlias', 'kms:UpdateKeyDescription',
];

/** What S3 and SNS do with a key on behalf of who reads and writes. */
export const KEY_USE = ['kms:Decrypt', 'kms:GenerateDataKey'];
export const KEY_READ = ['kms:Decrypt'];

/**
 * The key of an artifact store. Of its own account, the roles of pipelines use it whose own policies say so (they are known
 * by their path, so that the policy does not grow with them); a role of another account, or one that exists, is admitted by name.
 */
export class ArtifactKey extends kms.Key {
  private readonly roles: string[];
  private readonly direct = new Map<string, string[]>();
  private readonly services: string[];
  private readonly foreign: Readonly<Record<'readers' | 'writers', Foreign>>;

  constructor(scope: Construct, id: string, removalPolicy: RemovalPolicy) {
    const roles = [`arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/conveyor/*`];
    const services = [`s3.${Aws.REGION}.amazonaws.com`];
    const root = new iam.ArnPrincipal(`arn:${Aws.PARTITION}:iam::${Stack.of(scope).account}:root`);
    super(scope, id, {
      description: 'Artifacts of delivery pipelines',
      enableKeyRotation: true,
      removalPolicy,
      policy: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({
            sid: 'Administer',
            principals: [root],
            actions: ADMINISTRATION,
            resources: ['*'],
          }),
          new iam.PolicyStatement({
            sid: 'Pipelines',
            // the account stands for the policies of its roles: one that grants nothing here gets nothing
            principals: [root],
            actions: KEY_USE,
            resources: ['*'],
            conditions: {
              StringEquals: { 'kms:ViaService': Lazy.list({ produce: () => services }) },
              ArnLike: { 'aws:PrincipalArn': Lazy.list({ produce: () => roles }) },
            },
          }),
        ],
      }),
    });
    this.roles = roles;
    this.services = services;
    this.foreign = { readers: foreign('ReadersElsewhere', KEY_READ, services[0]), writers: foreign('OtherAccounts', KEY_USE, services[0]) };
  }

  /** Lets the policies of a role of the key's own account say whether it uses the key. */
  admitByItsPolicies(roleArn: string) {
    if (!this.roles.includes(roleArn)) this.roles.push(roleArn);
  }

  /** Admits a role of the key's own account, whatever its policies say of the key. */
  admit(roleArn: string, writes: boolean) {
    const sid = writes ? 'Writers' : 'Readers';
    const known = this.direct.get(sid) ?? [];
    if (!known.length) {
      this.addToResourcePolicy(new iam.PolicyStatement({
        sid,
        // by a condition: a principal that is not there yet would be refused
        principals: [new iam.AnyPrincipal()],
        actions: writes ? KEY_USE : KEY_READ,
        resources: ['*'],
        conditions: {
          StringEquals: { 'kms:CallerAccount': Aws.ACCOUNT_ID, 'kms:ViaService': this.services[0] },
          ArnLike: { 'aws:PrincipalArn': Lazy.list({ produce: () => known }) },
        },
      }));
    }
    if (!known.includes(roleArn)) known.push(roleArn);
    this.direct.set(sid, known);
  }

  /** Admits a role of another account. */
  admitForeign(roleArn: string, writes: boolean) {
    const { statement, roles } = this.foreign[writes ? 'writers' : 'readers'];
    if (!roles.size) this.addToResourcePolicy(statement);
    if (!roles.has(roleArn)) statement.addArnPrincipal(roleArn);
    roles.add(roleArn);
  }

  /** Lets topics be encrypted with this key: approvals and the service that tells of events must be able to write to them. */
  serveTopics() {
    if (this.services.includes(SNS)) return;
    this.services.push(SNS);
    this.addToResourcePolicy(topicStatement('Notifications'));
  }
}

const SNS = `sns.${Aws.REGION}.amazonaws.com`;

/** Lets the service that tells of events use a key, through topics. */
export function topicStatement(sid?: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    principals: [new iam.ServicePrincipal('codestar-notifications.amazonaws.com')],
    actions: KEY_USE,
    resources: ['*'],
    conditions: { StringEquals: { 'kms:ViaService': SNS } },
  });
}

/** Roles of other accounts, which are admitted by name. */
interface Foreign {
  readonly statement: iam.PolicyStatement;
  readonly roles: Set<string>;
}

function foreign(sid: string, actions: string[], service: string): Foreign {
  return { statement: new iam.PolicyStatement({ sid, actions, resources: ['*'], conditions: { StringEquals: { 'kms:ViaService': service } } }), roles: new Set() };
}
