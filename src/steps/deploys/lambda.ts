import { Token } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { keepLogs } from '../action-logs';
import { deployment, DeployProps } from './deploy-props';
import { LambdaStrategy } from './lambda-strategy';
import { LAMBDA_DEPLOY } from '../../catalog/compute-deploys';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { Step } from '../step';

/** A new version of a Lambda function, and an alias that moves to it. */
export interface LambdaDeployProps extends DeployProps {
  /** The function. It has a version already. */
  readonly function: lambda.IFunction;
  /**
   * The alias that moves to the new version. It has one version behind it when the deployment starts, and goes back to that one
   * when the deployment fails.
   * @default - none: the artifact becomes `$LATEST` and a new version
   */
  readonly alias?: lambda.IAlias;
  /**
   * How the alias moves.
   * @default LambdaStrategy.allAtOnce()
   */
  readonly strategy?: LambdaStrategy;
  /**
   * Alarms that end the deployment when one of them goes off: at most 10, in the function's account and region.
   * @default - none
   */
  readonly alarms?: cloudwatch.IAlarm[];
  /**
   * A version that is published already, for the alias to move to: its number, or a variable such as `#{variables.version}`.
   * @default - a new version of what is deployed; with this, nothing is read
   */
  readonly publishedVersion?: string;
}

export function lambdaStep(stepName: string, props: LambdaDeployProps): Step {
  const { alias, alarms = [] } = props;
  if (!alias && (props.strategy || props.publishedVersion)) {
    refuse(stepName, `The deployment has ${props.strategy ? 'a strategy' : 'a published version'}, and no alias that would move.`, 'Give it the `alias`, or leave that out.');
  }
  if (props.publishedVersion && props.input) {
    refuse(stepName, 'The deployment moves to a version that is published already, and reads an artifact.', 'Keep `input` or `publishedVersion`.');
  }
  if (alarms.length > 10) refuse(stepName, `The deployment has ${alarms.length} alarms.`, 'CodePipeline takes at most 10; a composite alarm can stand for many.');
  const listed = alarms.map(alarm => alarm.alarmName);
  const separating = listed.find(name => name.includes(','));
  if (separating) refuse(stepName, `The alarm "${separating}" has a comma in its name, which separates alarms here.`, 'Use an alarm of another name.');
  const [named, aliased] = [props.function.functionName, alias?.version.lambda.functionName];
  if (named.includes(':')) refuse(stepName, 'What is deployed is a version or an alias, and not a function.', 'Give the function itself as `function`, and the alias as `alias`.');
  if (aliased && !Token.isUnresolved(named) && !Token.isUnresolved(aliased) && named !== aliased) {
    refuse(stepName, `The alias is one of the function "${aliased}", and the deployment is one of "${named}".`, 'Give it an alias of that function.');
  }
  return new ProviderStep({
    ...deployment(stepName, LAMBDA_DEPLOY, props),
    ...(props.publishedVersion && { defaultInput: undefined }),
    configure: (_scope, context) => {
      keepLogs(context);
      return {
        configuration: {
          FunctionName: named,
          FunctionAlias: alias?.aliasName,
          PublishedTargetVersion: props.publishedVersion,
          DeployStrategy: props.strategy?.name,
          Alarms: listed.length ? listed.join(',') : undefined,
        },
      };
    },
  });
}
