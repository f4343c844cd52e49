import { Aws, CfnResource, IResolvable, Intrinsic, Reference, Token, Tokenization } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';

/** `#{Namespace.Name}`, where the namespace may be known only later. */
const PIPELINE_VARIABLE = /#\{(?:\$\{Token\[[^\]]*\]\}|[^}])*\}/g;

/** A secret in the value of a variable: its ARN there, and here the secret itself, which knows its key. */
export class NamedSecret extends Intrinsic {
  constructor(readonly secret: secretsmanager.ISecret) {
    super(secret.secretArn);
  }
}

/** A parameter in the value of a variable: its name there, and here the parameter itself. */
export class NamedParameter extends Intrinsic {
  constructor(readonly parameter: ssm.IParameter) {
    super(parameter.parameterName);
  }
}

/** What variables name, by ARN, and the customers' keys that encrypt it: as the catalog's grants take it. */
export function namedSecrets(
  variables: readonly codebuild.BuildEnvironmentVariable[], { region, account }: { readonly region: string; readonly account: string },
): Readonly<Record<'secrets' | 'secretKeys' | 'parameters' | 'parameterKeys', readonly string[]>> {
  const { PARAMETER_STORE, SECRETS_MANAGER } = codebuild.BuildEnvironmentVariableType;
  const arn = (service: string, resource: string) => `arn:${Aws.PARTITION}:${service}:${region}:${account}:${resource}`;
  const texts = (wanted: codebuild.BuildEnvironmentVariableType) => variables
    .filter(({ type }) => type === wanted).map(({ value }) => String(value).replace(PIPELINE_VARIABLE, '*'));
  const [parameters, secrets] = [texts(PARAMETER_STORE), texts(SECRETS_MANAGER)];
  return {
    parameters: distinct(parameters.map(name => parameterArn(name, arn))),
    parameterKeys: distinct(parameters.map(name => keyOf(tokenOf(name)))),
    secrets: distinct(secrets.map(value => secretArn(value, arn))),
    secretKeys: distinct(secrets.map(value => keyOf(tokenOf(value)))),
  };
}

type Arn = (service: string, resource: string) => string;

/** A variable names a secret by ARN or by name, perhaps with `:key:stage:version` behind; six characters follow a name in the ARN. */
function secretArn(value: string, arn: Arn): string {
  const [first] = value.split(':');
  const token = tokenOf(first);
  if (token instanceof NamedSecret) return token.secret.secretFullArn ?? `${token.secret.secretArn}-??????`;
  // made in this app: what comes before the first colon is its whole ARN
  if (Token.isUnresolved(first)) return first;
  if (!value.startsWith('arn:')) return arn('secretsmanager', `secret:${first}-??????`);
  const name = value.split(':').slice(0, 7).join(':');
  return /-[A-Za-z0-9]{6}$/.test(name) ? name : `${name}-??????`;
}

/** Names may begin with a slash, and in an ARN there is only one. */
function parameterArn(name: string, arn: Arn): string {
  const token = tokenOf(name);
  if (token instanceof NamedParameter) return token.parameter.parameterArn;
  const known = madeHere(token, 'AWS::SSM::Parameter')?.name ?? name;
  return arn('ssm', `parameter${known.startsWith('/') ? '' : '/'}${name}`);
}

/** The customer's key that encrypts what a token names. */
function keyOf(token: IResolvable | undefined): string | undefined {
  if (token instanceof NamedSecret) return token.secret.encryptionKey?.keyArn;
  // only an imported SecureString has a key, and its interface does not tell
  if (token instanceof NamedParameter) return (token.parameter as { readonly encryptionKey?: kms.IKey }).encryptionKey?.keyArn;
  const id = madeHere(token, 'AWS::SecretsManager::Secret')?.kmsKeyId;
  return id && (Token.isUnresolved(id) || id.startsWith('arn:')) ? id : undefined;
}

/** The resource of this app that a token refers to. */
function madeHere(token: IResolvable | undefined, type: string): Made | undefined {
  if (!Reference.isReference(token)) return undefined;
  const resource = CfnResource.isCfnResource(token.target) ? token.target : token.target.node.defaultChild;
  return resource && CfnResource.isCfnResource(resource) && resource.cfnResourceType === type ? resource as Made : undefined;
}

interface Made {
  readonly name?: string;
  readonly kmsKeyId?: string;
}

function tokenOf(value: string): IResolvable | undefined {
  return Token.isUnresolved(value) ? Tokenization.reverseString(value).firstToken : undefined;
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter(value => value !== undefined))];
}
