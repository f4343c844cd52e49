import { Token } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import { Construct } from 'constructs';
import { ActionDetail } from './catalog-action';
import { namedSecrets } from './named-secrets';
import { refuseSecretsIn } from './secret-reference';
import { StepContext } from './step-context';
import { refuse } from '../refuse';

type Variables = Readonly<Record<string, codebuild.BuildEnvironmentVariable>>;

const { PARAMETER_STORE, PLAINTEXT } = codebuild.BuildEnvironmentVariableType;

/** Refuses what an action's environment does not take: it has 1 to 10 variables. Source: API reference, EnvironmentVariable. */
export function checkEnvironment(stepName: string, variables: Variables = {}) {
  const given = Object.entries(variables);
  const parameter = given.find(([, { type }]) => type === PARAMETER_STORE)?.[0];
  if (parameter) {
    refuse(stepName, `The environment variable "${parameter}" is a parameter.`, 'An action takes plain text and secrets of Secrets Manager; a build in CodeBuild takes parameters too.');
  }
  if (given.length > 10) refuse(stepName, `The step has ${given.length} environment variables.`, 'CodePipeline takes at most 10 for an action.');
  for (const [name, { value }] of given) {
    if (!/^[A-Za-z0-9_]{1,128}$/.test(name)) refuse(stepName, `The environment variable name "${name}" is not allowed.`, 'Use 1 to 128 letters, digits and _.');
    const text = String(value);
    if (!Token.isUnresolved(text) && (text.length < 1 || text.length > 2000)) {
      refuse(stepName, `The environment variable ${name} has ${text.length} characters.`, 'CodePipeline takes 1 to 2000.');
    }
  }
}

/** The environment of an action, and the secrets that its role reads for it. */
export function actionEnvironment(scope: Construct, context: StepContext, variables: Variables = {}): Pick<ActionDetail, 'environmentVariables' | 'arns'> {
  refuseSecretsIn(scope, variables);
  const given = Object.entries(variables);
  return {
    environmentVariables: given.length ? given.map(([name, { type = PLAINTEXT, value }]) => ({ name, type, value: String(value) })) : undefined,
    arns: namedSecrets(Object.values(variables), context),
  };
}
