/** The whole proof over one example: every needed call and every other one, with what the judge says. */

import { unique } from './arn';
import { Role } from './assembly';
import { Example } from './examples';
import { RoleCall } from './judge';
import { administrator, otherCallsOf, STRANGE_ACCOUNT } from './other-calls';
import { isKept } from './said';
import { callers as strangersOf } from './strangers';
import { Caller, Use } from './subjects';

export interface Verdict {
  readonly who: string;
  readonly family: string;
  readonly call: string;
  readonly allowed: boolean;
}

/** What must be allowed, through the whole chain: who takes the role on, and each call of its uses. */
export async function neededVerdicts({ assembly, subjects, judge }: Example): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const { role, uses } of subjects) {
    for (const use of uses) {
      const who = `${assembly.name}: ${use.who}`;
      for (const caller of use.callers) verdicts.push(...await takenOn(who, caller, role));
      for (const need of use.needs) {
        for (const call of await judge.callsOf(need, role, regionOf(use))) {
          verdicts.push({ who, family: 'calls', call: told(call), allowed: await judge.may(role, call) });
        }
      }
    }
  }
  for (const rule of assembly.plan.resources.ofType('AWS::CodeStarNotifications::NotificationRule')) {
    for (const { TargetAddress: topic } of rule.properties.Targets as { TargetAddress: string }[]) {
      verdicts.push(...await publishing(`${assembly.name}: ${rule.name}`, topic, rule.account));
    }
  }
  return verdicts;

  /** Of both sides each alone: in an account either would do where both stand, and elsewhere neither. */
  async function takenOn(who: string, caller: Caller, role: Role): Promise<Verdict[]> {
    const taking = assembly.roles.get(caller.principal);
    const call = `${caller.principal} takes on ${role.arn}`;
    const trusted = { who, family: 'roles, taken on', call: `${call}, which trusts it`, allowed: await judge.trusts(role, caller, taking?.policies) };
    if (!taking) return [trusted];
    const own = await judge.mayByItsPolicies(taking, { action: 'sts:AssumeRole', resource: role.arn });
    return [trusted, { who, family: 'roles, taken on', call: `${call}, by its own policies`, allowed: own }];
  }

  /** The service that tells of pipelines publishes to a topic, and uses the topic's key through it. */
  async function publishing(who: string, topic: string, account: string): Promise<Verdict[]> {
    const service = 'codestar-notifications.amazonaws.com';
    const { region, properties } = assembly.plan.resources.find('AWS::SNS::Topic', topic)!;
    const key = properties.KmsMasterKeyId as string;
    const calls: RoleCall[] = [
      { action: 'sns:Publish', resource: topic },
      ...['kms:Decrypt', 'kms:GenerateDataKey'].map(action => ({ action, resource: key, context: { 'kms:ViaService': `sns.${region}.amazonaws.com` } })),
    ];
    return Promise.all(calls.map(async call => ({ who, family: 'notifications', call: told(call), allowed: await judge.serviceMay(service, call, account) })));
  }
}

/** What must be denied, by families. */
export async function otherVerdicts({ assembly, subjects, judge }: Example): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const subject of subjects) {
    // what a role that exists may do elsewhere is not ours
    if (subject.given) continue;
    const who = `${assembly.name}: ${subject.uses[0].who}`;
    for (const { family, ...call } of await otherCallsOf(subject, subjects, assembly)) {
      verdicts.push({ who, family, call: told(call), allowed: await judge.may(subject.role, call) });
    }
    for (const caller of strangersOf(subject)) {
      const call = `${caller.principal} takes on ${subject.role.arn} ${JSON.stringify(caller.context)}`;
      verdicts.push({ who, family: 'strangers, taking roles on', call, allowed: await judge.trusts(subject.role, caller, caller.policies) });
    }
  }
  return [...verdicts, ...await administrators(), ...await givenRoles()];

  /** Who may do everything in an account does not read artifacts: not this account's, and much less another's. */
  async function administrators(): Promise<Verdict[]> {
    const found: Verdict[] = [];
    const keys = assembly.plan.resources.ofType('AWS::KMS::Key').filter(key => !isKept(assembly.name, key));
    const ofPipelines = subjects.find(({ pipelineName }) => pipelineName)?.pipelineName;
    for (const { arn, region, account } of keys) {
      const context = { 'kms:ViaService': `s3.${region}.amazonaws.com` };
      for (const admin of [administrator(account), administrator(STRANGE_ACCOUNT), administrator(STRANGE_ACCOUNT, `conveyor/${ofPipelines}/`)]) {
        for (const action of ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:Encrypt', 'kms:ReEncryptFrom']) {
          for (const call of [{ action, resource: arn, context }, { action, resource: arn }]) {
            found.push({ who: `${assembly.name}: ${admin.arn}`, family: 'administrators, at keys and artifacts', call: told(call), allowed: await judge.may(admin, call) });
          }
        }
      }
    }
    const buckets = unique(assembly.plan.pipelines.flatMap(({ name, stores }) => stores.map(({ bucket }) => `arn:aws:s3:::${bucket}/${name.slice(0, 20)}/Source/abcdefg`)));
    for (const admin of [administrator(STRANGE_ACCOUNT), administrator(STRANGE_ACCOUNT, `conveyor/${ofPipelines}/`)]) {
      for (const resource of buckets) {
        for (const action of ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']) {
          found.push({ who: `${assembly.name}: ${admin.arn}`, family: 'administrators, at keys and artifacts', call: `${action} ${resource}`, allowed: await judge.may(admin, { action, resource }) });
        }
      }
    }
    return found;
  }

  /** A role that exists, whatever its own policies say, reaches of the artifacts no more than its actions need. */
  async function givenRoles(): Promise<Verdict[]> {
    const found: Verdict[] = [];
    for (const { role, needs } of subjects.filter(({ given }) => given)) {
      const everything = { ...administrator(role.account), arn: role.arn };
      const writes = needs.some(({ action }) => action === 's3:PutObject');
      for (const { name, stores, account } of assembly.plan.pipelines) {
        for (const { bucket, keyId, region } of stores) {
          if (role.account === account) {
            // in the account of the bucket its own policies decide of objects, and the key's policy of the key
            if (!keyId || isKept(assembly.name, assembly.plan.resources.find('AWS::KMS::Key', assembly.keyOf(keyId))!)) continue;
            const throughS3 = { 'kms:ViaService': `s3.${region}.amazonaws.com` };
            const calls = [
              ...['kms:Decrypt', 'kms:GenerateDataKey', 'kms:Encrypt'].map((action): RoleCall => ({ action, resource: assembly.keyOf(keyId) })),
              ...['kms:Encrypt', ...writes ? [] : ['kms:GenerateDataKey']].map((action): RoleCall => ({ action, resource: assembly.keyOf(keyId), context: throughS3 })),
            ];
            for (const call of calls) {
              found.push({ who: `${assembly.name}: ${role.arn}`, family: 'roles that exist, at artifacts', call: told(call), allowed: await judge.may(everything, call) });
            }
            continue;
          }
          const asked = ['Stranger', `${name.slice(0, 20)}2`].flatMap(prefix => ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'].map(action => ({ action, resource: `arn:aws:s3:::${bucket}/${prefix}/Source/abcdefg` })));
          const own = ['s3:DeleteObject', ...writes ? [] : ['s3:PutObject']].map(action => ({ action, resource: `arn:aws:s3:::${bucket}/${name.slice(0, 20)}/Source/abcdefg` }));
          for (const call of [...asked, ...own]) {
            found.push({ who: `${assembly.name}: ${role.arn}`, family: 'roles that exist, at artifacts', call: told(call), allowed: await judge.may(everything, call) });
          }
        }
      }
    }
    return found;
  }
}

const told = ({ action, resource, context }: RoleCall) => `${action} ${resource}${context ? ` ${JSON.stringify(context)}` : ''}`;

function regionOf({ needs }: Use): string {
  return needs.map(({ resource }) => resource.split(':')[3]).find(region => region) ?? 'eu-west-1';
}
