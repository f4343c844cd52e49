import { CfnDynamicReference, CfnParameter, IResolvable, Reference, SecretValue, Stack, Token, Tokenization } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import { Construct } from 'constructs';
import { refuse } from '../refuse';

/**
 * Holds a secret of a template to a reference that CloudFormation resolves when it deploys, so that no template has the
 * secret itself.
 *
 * @param what what the secret is, for messages
 */
export function requireReference(scope: Construct, what: string, value: string) {
  const written = resolved(scope, value);
  if (written.includes('{{resolve:secretsmanager:') || isHiddenParameter(value)) return;
  if (written.includes('{{resolve:ssm-secure:')) {
    refuse(scope, `${what} is a SecureString of Parameter Store, and CloudFormation resolves these only for a few resources; a pipeline is none of them.`,
      'Keep it in Secrets Manager: SecretValue.secretsManager(\'name\', { jsonField: \'…\' }).');
  }
  refuse(scope, `${what} is a secret, and given in plain text.`,
    'Name where it is kept: SecretValue.secretsManager(\'name\', { jsonField: \'…\' }), or a parameter of the stack with `noEcho`.');
}

/** Refuses secrets in variables of plain text: CloudFormation would resolve them into what everybody reads who may look at the build. */
export function refuseSecretsIn(scope: Construct, variables: Readonly<Record<string, codebuild.BuildEnvironmentVariable>>) {
  for (const [name, { type = codebuild.BuildEnvironmentVariableType.PLAINTEXT, value }] of Object.entries(variables)) {
    if (type !== codebuild.BuildEnvironmentVariableType.PLAINTEXT || !holdsSecret(scope, String(value))) continue;
    refuse(scope, `The environment variable "${name}" is plain text, and its value is a secret.`,
      'Name the secret, not its value: Secret.fromSecretsManager(…), or Secret.fromSsmParameter(…) for a build in CodeBuild.');
  }
}

function isHiddenParameter(value: string): boolean {
  return tokensOf(value).some(token => Reference.isReference(token) && token.target instanceof CfnParameter && token.target.noEcho);
}

function holdsSecret(scope: Construct, value: string): boolean {
  const tokens = tokensOf(value);
  if (tokens.some(token => token instanceof SecretValue)) return true;
  // most values hold no reference at all, and are not resolved to see
  if (!value.includes('{{resolve:') && !tokens.some(token => token instanceof CfnDynamicReference)) return false;
  return /\{\{resolve:(?:secretsmanager|ssm-secure):/.test(resolved(scope, value));
}

function tokensOf(value: string): readonly IResolvable[] {
  return Token.isUnresolved(value) ? Tokenization.reverseString(value).tokens : [];
}

function resolved(scope: Construct, value: string): string {
  return Token.isUnresolved(value) ? JSON.stringify(Stack.of(scope).resolve(value)) : value;
}
