import { Token } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { NamedParameter, NamedSecret } from './named-secrets';

const { PARAMETER_STORE, SECRETS_MANAGER } = codebuild.BuildEnvironmentVariableType;

/**
 * Environment variables whose values are kept elsewhere: no template holds them, and the build reads them when it starts.
 * Its role is allowed to read just these, and to decrypt them where a key of yours encrypts them.
 *
 * @example
 * import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
 * import * as ssm from 'aws-cdk-lib/aws-ssm';
 * import { Secret } from 'cdk-conveyor';
 *
 * declare const npm: secretsmanager.ISecret;
 * declare const license: ssm.IStringParameter;
 *
 * Build.codeBuild('Build', {
 *   commands: ['npm ci', 'npm run build'],
 *   environmentVariables: {
 *     NPM_TOKEN: Secret.fromSecretsManager(npm, 'token'),
 *     LICENSE: Secret.fromSsmParameter(license),
 *     STAGE: { value: 'beta' },
 *   },
 * });
 */
export class Secret {
  /**
   * The value of a secret in Secrets Manager.
   *
   * @param secret the secret; give an imported one its `encryptionKey`, if it has one of yours
   * @param field the key of its JSON; the whole secret when it is left out
   */
  static fromSecretsManager(secret: secretsmanager.ISecret, field?: string): codebuild.BuildEnvironmentVariable {
    const arn = Token.asString(new NamedSecret(secret));
    return { type: SECRETS_MANAGER, value: field ? `${arn}:${field}` : arn };
  }

  /**
   * The value of a parameter in Parameter Store. Only a build in CodeBuild takes one.
   *
   * @param parameter the parameter; give an imported SecureString its `encryptionKey`, if it has one of yours
   */
  static fromSsmParameter(parameter: ssm.IParameter): codebuild.BuildEnvironmentVariable {
    return { type: PARAMETER_STORE, value: Token.asString(new NamedParameter(parameter)) };
  }

  private constructor() {}
}
