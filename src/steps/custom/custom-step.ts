import { SecretValue } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { CustomActionType } from './custom-action-type';
import { Category, ConfigurationKey, Owner, Provider } from '../../catalog/provider';
import { refuse } from '../../refuse';
import { pipelineResource } from '../pipeline-resource';
import { ProviderStep } from '../provider-step';
import { DefaultInput, IArtifactProducer, IStep, Step } from '../step';

/** Who provides an action that is not AWS' own. */
export enum ActionOwner {
  /** A partner of AWS, for example Snyk. */
  THIRD_PARTY = 'ThirdParty',
  /** You: the type is registered in the pipeline's account and region. */
  CUSTOM = 'Custom',
}

/** What an action of others than AWS is told, reads and gives. */
export interface CustomActionProps {
  /**
   * The configuration: key → value, of 1 to 1000 characters.
   * @default - none
   */
  readonly configuration?: { [key: string]: string };
  /**
   * The part of the configuration that is secret; as references, never in plain text.
   * @default - none
   */
  readonly secrets?: { [key: string]: SecretValue };
  /**
   * What it reads.
   * @default - a build or a test reads the pipeline's first source; a deployment what was built last; an invocation nothing
   */
  readonly inputs?: IArtifactProducer[];
  /**
   * Whether it gives an artifact of the step's name. A source always does.
   * @default false
   */
  readonly hasOutput?: boolean;
  /**
   * Labels of further artifacts, each named `<step>_<label>`. At most five artifacts in all.
   * @default - none
   */
  readonly outputLabels?: string[];
  /**
   * Steps of the same stage that must have ended before.
   * @default - only the artifacts decide
   */
  readonly after?: IStep[];
}

/** An action of any type that is not AWS' own. */
export interface CustomStepProps extends CustomActionProps {
  /** The category. */
  readonly category: codepipeline.ActionCategory;
  /** Who provides it. */
  readonly owner: ActionOwner;
  /** The provider: 1 to 35 letters, digits and `- _`. */
  readonly provider: string;
  /**
   * The version: 1 to 9 letters, digits and `- _`.
   * @default '1'
   */
  readonly version?: string;
}

const { SOURCE, BUILD, TEST, DEPLOY } = codepipeline.ActionCategory;
const ANY = { min: 0, max: 5 };
const DEFAULT_INPUTS: Partial<Record<codepipeline.ActionCategory, DefaultInput>> = {
  [BUILD]: DefaultInput.SOURCE, [TEST]: DefaultInput.SOURCE, [DEPLOY]: DefaultInput.BUILT,
};

/** Actions of others than AWS: of its partners, and of types that are registered elsewhere. */
export class Custom {
  /**
   * An action of any type that is not AWS' own. For a type that this app registers, `CustomActionType` knows more.
   *
   * @param name the action's name, and the name of its artifact
   */
  static step(name: string, props: CustomStepProps): Step {
    const source = props.category === SOURCE;
    const keys = [...Object.keys(props.configuration ?? {}), ...Object.keys(props.secrets ?? {})];
    return stepOf(name, {
      category: props.category as string as Category,
      owner: props.owner as string as Owner,
      provider: props.provider,
      version: props.version ?? '1',
      inputs: source ? { min: 0, max: 0 } : ANY,
      outputs: source ? { min: 1, max: 5 } : ANY,
      configuration: Object.fromEntries(keys.map((key): [string, ConfigurationKey] => [key, { secret: props.secrets?.[key] !== undefined }])),
      variables: '*',
      source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/integrations-action-type.html',
      permissions: () => [],
    }, props);
  }
}

/**
 * A step of a row that was made for it.
 *
 * @param type the type, when it is registered in this app: the pipeline is made after it
 */
export function stepOf(stepName: string, row: Provider, props: CustomActionProps, type?: CustomActionType): Step {
  for (const [what, given, max] of [['provider', row.provider, 35], ['version', row.version, 9]] as const) {
    if (!new RegExp(`^[A-Za-z0-9_-]{1,${max}}$`).test(given)) refuse(stepName, `The ${what} "${given}" is not allowed.`, `Use 1 to ${max} letters, digits and - _.`);
  }
  const secrets = Object.entries(props.secrets ?? {}).map(([key, secret]) => [key, secret.unsafeUnwrap()]);
  const twice = Object.keys(props.configuration ?? {}).find(key => props.secrets?.[key]);
  if (twice) refuse(stepName, `"${twice}" is given in \`configuration\`, and as a secret.`, 'Keep it in `secrets` alone.');
  return new ProviderStep({
    stepName,
    row,
    inputs: props.inputs,
    defaultInput: row.inputs.max ? DEFAULT_INPUTS[row.category as codepipeline.ActionCategory] : DefaultInput.NONE,
    hasOutput: row.category === SOURCE || props.hasOutput,
    outputLabels: props.outputLabels,
    after: props.after,
    configure: (scope, { account, region, host }) => {
      if (region !== host.region || account !== host.account) {
        refuse(scope, `The action is to work in ${account}/${region}, and the pipeline is in ${host.account}/${host.region}.`,
          'Only actions of AWS work elsewhere: put it into an environment of the pipeline\'s own.');
      }
      if (type) pipelineResource(scope)?.addResourceDependency(type._resource);
      return { configuration: { ...props.configuration, ...Object.fromEntries(secrets) } };
    },
  });
}
