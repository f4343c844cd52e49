import { Token } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { refuse } from '../refuse';

/** Environment variables of an action: 1 to 10, in plain text. Source: API reference, EnvironmentVariable. */
export function actionEnvironment(
  stepName: string, variables: { readonly [name: string]: string } | undefined,
): codepipeline.CfnPipeline.EnvironmentVariableProperty[] | undefined {
  const given = Object.entries(variables ?? {});
  if (given.length > 10) refuse(stepName, `The step has ${given.length} environment variables.`, 'CodePipeline takes at most 10 for an action.');
  for (const [name, value] of given) {
    if (!/^[A-Za-z0-9_]{1,128}$/.test(name)) refuse(stepName, `The environment variable name "${name}" is not allowed.`, 'Use 1 to 128 letters, digits and _.');
    if (!Token.isUnresolved(value) && (value.length < 1 || value.length > 2000)) {
      refuse(stepName, `The environment variable ${name} has ${value.length} characters.`, 'CodePipeline takes 1 to 2000.');
    }
  }
  return given.length ? given.map(([name, value]) => ({ name, value })) : undefined;
}
