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

/**
 * The key of an artifact store. Of its own account, the roles of pipelines use it (they are known by their path, so
 * that the policy does not grow with them); a role of another account is admitted by name.
 */
export class ArtifactKey extends kms.Key {
  private readonly roles: string[];
  private readonly services: string[];
  private readonly foreign: iam.PolicyStatement;

  constructor(scope: Construct, id: string, removalPolicy: RemovalPolicy) {
    const roles = [`arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/conveyor/*`];
    const services = [`s3.${Aws.REGION}.amazonaws.com`];
    super(scope, id, {
      description: 'Artifacts of delivery pipelines',
      enableKeyRotation: true,
      removalPolicy,
      policy: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({
            sid: 'Administer',
            principals: [new iam.ArnPrincipal(`arn:${Aws.PARTITION}:iam::${Stack.of(scope).account}:root`)],
            actions: ADMINISTRATION,
            resources: ['*'],
          }),
          new iam.PolicyStatement({
            sid: 'Pipelines',
            principals: [new iam.AnyPrincipal()],
            actions: KEY_USE,
            resources: ['*'],
            conditions: {
              StringEquals: { 'kms:CallerAccount': Aws.ACCOUNT_ID, 'kms:ViaService': Lazy.list({ produce: () => services }) },
              ArnLike: { 'aws:PrincipalArn': Lazy.list({ produce: () => roles }) },
            },
          }),
        ],
      }),
    });
    this.roles = roles;
    this.services = services;
    this.foreign = new iam.PolicyStatement({
      sid: 'OtherAccounts', actions: KEY_USE, resources: ['*'], conditions: { StringEquals: { 'kms:ViaService': services[0] } },
    });
  }

  /** Admits a role of the key's own account that is not a pipeline's. */
  admit(roleArn: string) {
    if (!this.roles.includes(roleArn)) this.roles.push(roleArn);
  }

  /** Admits a role of another account. */
  admitForeign(roleArn: string) {
    if (!this.foreign.hasPrincipal) this.addToResourcePolicy(this.foreign);
    if (!this.foreign.principals.some(known => known instanceof iam.ArnPrincipal && known.arn === roleArn)) this.foreign.addArnPrincipal(roleArn);
  }

  /** Lets topics be encrypted with this key: approvals and the service that tells of events must be able to write to them. */
  serveTopics() {
    const sns = `sns.${Aws.REGION}.amazonaws.com`;
    if (this.services.includes(sns)) return;
    this.services.push(sns);
    this.addToResourcePolicy(new iam.PolicyStatement({
      sid: 'Notifications',
      principals: [new iam.ServicePrincipal('codestar-notifications.amazonaws.com')],
      actions: KEY_USE,
      resources: ['*'],
      conditions: { StringEquals: { 'kms:ViaService': sns } },
    }));
  }
}
