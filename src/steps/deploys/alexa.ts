import { SecretValue } from 'aws-cdk-lib';
import { deployment, DeployProps } from './deploy-props';
import { ALEXA } from '../../catalog/application-deploys';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { IArtifactProducer, Step } from '../step';

/** A deployment of a skill for Alexa. The artifact holds the skill's manifest and its voice model. */
export interface AlexaProps extends DeployProps {
  /** The id of the client, a security profile of the Alexa developer console. */
  readonly clientId: string;
  /** The client's secret: a reference to where it is kept, say SecretValue.secretsManager('alexa'). */
  readonly clientSecret: SecretValue;
  /** The refresh token: a reference to where it is kept. */
  readonly refreshToken: SecretValue;
  /** The skill's id. */
  readonly skillId: string;
  /**
   * An artifact with parts of the manifest that win over it.
   * @default - none
   */
  readonly manifestOverrides?: IArtifactProducer;
}

export function alexaStep(stepName: string, props: AlexaProps): Step {
  if (props.manifestOverrides && !props.input) {
    refuse(stepName, 'The deployment has overrides for the manifest, and no input of its own.', 'Say with `input` which artifact the skill is in.');
  }
  const base = deployment(stepName, ALEXA, props);
  const [clientSecret, refreshToken] = [props.clientSecret, props.refreshToken].map(secret => secret.unsafeUnwrap());
  return new ProviderStep({
    ...base,
    inputs: [...base.inputs, ...(props.manifestOverrides ? [props.manifestOverrides] : [])],
    configure: (scope, { host, account, region }) => {
      if (account !== host.account || region !== host.region) {
        refuse(scope, 'Alexa is no service of AWS, and its deployments work in the pipeline\'s own account and region.', 'Put the step into a stage or an environment without an `env` of its own.');
      }
      return { configuration: { ClientId: props.clientId, ClientSecret: clientSecret, RefreshToken: refreshToken, SkillId: props.skillId } };
    },
  });
}
