import { SecretValue, Token } from 'aws-cdk-lib';
import { refuse } from '../refuse';

/**
 * A secret as the action's configuration takes it: a reference that is resolved when it is deployed, so that no
 * template holds the secret itself.
 *
 * @param where the step, for messages
 * @param name what the secret is for
 */
export function secretReference(where: string, name: string, secret: SecretValue): string {
  const reference = secret.unsafeUnwrap();
  if (!Token.isUnresolved(reference)) {
    refuse(where, `The secret "${name}" is given in plain text.`, 'Give it as `SecretValue.secretsManager(…)`, or as a parameter with `noEcho`.');
  }
  return reference;
}
