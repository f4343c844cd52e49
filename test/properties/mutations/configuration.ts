import { Json, Mutation, Subject } from './subject';
import { findProvider } from '../../../src/catalog/catalog';
import { ConfigurationKey, Provider } from '../../../src/catalog/provider';

interface FoundKey {
  readonly configuration: Json;
  readonly key: string;
  readonly rule: ConfigurationKey;
}

type IsWanted = (rule: ConfigurationKey, key: string, configuration: Json) => boolean;

/** A key that an action of AWS has or may have, of a kind: of an action that is added, when none there knows one. */
function keyIn(subject: Subject, of: IsWanted): FoundKey | undefined {
  const found = keysIn(subject, of);
  if (!found.length) {
    subject.added('Deploy/ECS', { Configuration: { ClusterName: 'shop', ServiceName: 'cart' } });
    subject.added('Deploy/CloudFormation', {
      Configuration: { ActionMode: 'CREATE_UPDATE', StackName: 'shop', RoleArn: 'arn:aws:iam::111111111111:role/shop', TemplatePath: `${subject.sourceArtifact}::t.yaml` },
    });
  }
  const all = found.length ? found : keysIn(subject, of);
  return all.length ? subject.choices.pick(all) : undefined;
}

function keysIn(subject: Subject, of: IsWanted): FoundKey[] {
  return subject.actions.flatMap(({ ActionTypeId: { Category, Owner, Provider: provider }, Configuration }) => {
    const row: Provider | undefined = Owner === 'AWS' ? findProvider(Category, Owner, provider) : undefined;
    return Object.entries(row && Configuration ? row.configuration : {})
      .filter(([key, rule]) => of(rule, key, Configuration)).map(([key, rule]) => ({ configuration: Configuration as Json, key, rule }));
  });
}

function put(value: unknown, of: (rule: ConfigurationKey) => boolean): Mutation['mutate'] {
  return subject => {
    const found = keyIn(subject, of);
    if (!found) return false;
    found.configuration[found.key] = value;
    return true;
  };
}

/** A tool of one's own, with its type, and an action of it. */
function forged(subject: Subject, type: object, Configuration: object): void {
  const id = { Category: 'Deploy', Provider: 'Forge', Version: '1' };
  const counts = { MinimumCount: 0, MaximumCount: 1 };
  const ConfigurationProperties = [{ Name: 'Job', Key: true, Required: true, Secret: false }];
  subject.template.Resources.AddedType = {
    Type: 'AWS::CodePipeline::CustomActionType',
    Properties: { ...id, InputArtifactDetails: counts, OutputArtifactDetails: counts, ConfigurationProperties, ...type },
  };
  subject.added('Deploy/Forge', { ActionTypeId: { ...id, Owner: 'Custom' }, Configuration });
}

export const CONFIGURATION_MUTATIONS: readonly Mutation[] = [
  {
    rule: 'conveyor:configuration-custom',
    what: 'a property too few, or another one',
    mutate: subject => forged(subject, {}, subject.choices.pick<object>([{}, { Job: 'a', Jobs: 'b' }])),
  },
  {
    rule: 'conveyor:custom-type',
    what: 'a type with too many properties, or too many artifacts',
    mutate: subject => forged(subject, subject.choices.pick<object>([
      { ConfigurationProperties: ['Job', ...'ABCDEFGHIJ'].map(Name => ({ Name, Key: false, Required: false, Secret: false })) },
      { OutputArtifactDetails: { MinimumCount: 0, MaximumCount: 6 } },
    ]), { Job: 'a' }),
  },
  {
    rule: 'conveyor:configuration-required',
    what: 'a required key is not there',
    mutate: subject => {
      const found = keyIn(subject, ({ required }, key, configuration) => Boolean(required) && configuration[key] !== undefined);
      if (!found) return false;
      delete found.configuration[found.key];
      return true;
    },
  },
  {
    rule: 'conveyor:configuration-unknown',
    what: 'a key of another spelling',
    mutate: subject => {
      const found = keyIn(subject, (_, key, configuration) => configuration[key] !== undefined);
      if (!found) return false;
      found.configuration[subject.choices.pick([`${found.key}s`, found.key.toLowerCase(), 'Anything'])] = 'x';
      return true;
    },
  },
  { rule: 'conveyor:configuration-value', what: 'a value that the key does not take', mutate: put('Sometimes', rule => rule.values !== undefined) },
  { rule: 'conveyor:configuration-number', what: 'no number', mutate: put('many', rule => rule.range !== undefined) },
  {
    rule: 'conveyor:configuration-number',
    what: 'a number out of bounds',
    mutate: subject => {
      const found = keyIn(subject, rule => rule.range !== undefined && Number.isFinite(rule.range.max));
      if (!found) return false;
      found.configuration[found.key] = String(found.rule.range!.max + 1);
      return true;
    },
  },
  { rule: 'conveyor:configuration-form', what: 'a value that looks like something else', mutate: put('!! !!', rule => rule.form !== undefined && !rule.form.pattern.test('!! !!')) },
  { rule: 'conveyor:configuration-length', what: 'a value of 1001 characters', mutate: put('x'.repeat(1001), () => true) },
  {
    rule: 'conveyor:configuration-length',
    what: 'a key of 51 characters',
    mutate: subject => { subject.added('Deploy/Acme', { Configuration: { ['k'.repeat(51)]: 'x' }, ActionTypeId: { Category: 'Deploy', Owner: 'Custom', Provider: 'Acme', Version: '1' } }); },
  },
  { rule: 'conveyor:configuration-text', what: 'a list', mutate: put(['a', 'b'], () => true) },
  { rule: 'conveyor:configuration-text', what: 'an object', mutate: put({ Name: 'a' }, () => true) },
  { rule: 'conveyor:configuration-json', what: 'no JSON', mutate: put('[{"name": ', rule => rule.json !== undefined) },
  {
    rule: 'conveyor:configuration-json',
    what: 'variables that are no list',
    mutate: subject => { subject.build({ Configuration: { ProjectName: 'shop', EnvironmentVariables: subject.choices.pick(['{"A": "b"}', '["A"]', '[{"name": "A"}]']) } }); },
  },
  {
    rule: 'conveyor:configuration-artifact',
    what: 'an artifact that the action does not read',
    mutate: subject => {
      const found = keyIn(subject, rule => rule.artifact !== undefined);
      if (!found || ['CHANGE_SET_EXECUTE', 'DELETE_ONLY'].includes(found.configuration.ActionMode)) return false;
      found.configuration[found.key] = found.rule.artifact === 'name' ? 'Nowhere' : 'Nowhere::file.json';
      return true;
    },
  },
  {
    rule: 'conveyor:source-bucket',
    what: 'a source in a bucket without versions',
    mutate: subject => {
      const Status = subject.choices.pick([undefined, 'Suspended']);
      subject.template.Resources.AddedBucket = { Type: 'AWS::S3::Bucket', Properties: Status && { VersioningConfiguration: { Status } } };
      subject.stages[0].Actions.push(source('S3', { S3Bucket: { Ref: 'AddedBucket' }, S3ObjectKey: 'app.zip', PollForSourceChanges: 'false' }));
    },
  },
  {
    rule: 'conveyor:source-repository',
    what: 'a repository by its reference',
    mutate: subject => {
      subject.template.Resources.AddedRepository = { Type: 'AWS::CodeCommit::Repository', Properties: { RepositoryName: 'app' } };
      subject.stages[0].Actions.push(source('CodeCommit', { RepositoryName: { Ref: 'AddedRepository' }, BranchName: 'main', PollForSourceChanges: 'false' }));
    },
  },
  {
    rule: 'conveyor:configuration-combination',
    what: 'a zip without a key',
    mutate: subject => { subject.added('Deploy/S3', { Configuration: { BucketName: 'acme-site', Extract: 'false' } }); },
  },
  {
    rule: 'conveyor:configuration-combination',
    what: 'two inputs, and none is the primary one',
    mutate: subject => {
      subject.actions[0].OutputArtifacts.push({ Name: 'More' });
      subject.build({ InputArtifacts: [{ Name: subject.sourceArtifact }, { Name: 'More' }] });
    },
  },
];

function source(provider: string, configuration: object): Json {
  return { Name: 'AddedSource', ActionTypeId: { Category: 'Source', Owner: 'AWS', Provider: provider, Version: '1' }, Configuration: configuration, OutputArtifacts: [{ Name: 'AddedSource' }] };
}
