import { SecretValue } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { GITHUB_OAUTH_SOURCE } from '../../catalog/sources';
import { refuse } from '../../refuse';
import { pipelineResource } from '../pipeline-resource';
import { ProviderStep } from '../provider-step';
import { requireReference } from '../secret-reference';
import { SourceProps } from './source-props';
import { GitHubOAuthVariables } from '../variables';

/** What a GitHub source by a token takes. */
export interface GitHubOAuthSourceProps extends SourceProps {
  /** The personal access token, with the scopes `repo` and, for a webhook, `admin:repo_hook`; as a reference, never in plain text. */
  readonly token: SecretValue;
  /**
   * The branch.
   * @default 'main'
   */
  readonly branch?: string;
  /**
   * A secret that GitHub signs its calls with: a webhook is made, and every push to the branch starts the pipeline.
   * @default - no webhook: nothing starts the pipeline by itself, for it is never polled
   */
  readonly webhookSecret?: SecretValue;
}

/** A repository on GitHub by a token, as a step. `Source.gitHubOAuth` makes it. */
export class GitHubOAuthSource extends ProviderStep {
  constructor(repository: string, props: GitHubOAuthSourceProps) {
    const stepName = props.name ?? 'Source';
    const [owner, repo] = repository.split('/');
    if (!/^[^/\s:@]+\/[^/\s:@]+$/.test(repository)) refuse(stepName, `"${repository}" is not a repository.`, 'Give its owner and its name: "acme/shop".');
    const webhookSecret = props.webhookSecret?.unsafeUnwrap();
    super({
      stepName,
      row: GITHUB_OAUTH_SOURCE,
      hasOutput: true,
      configure: (scope, context) => {
        if (webhookSecret) {
          requireReference(scope, 'The signature of the webhook', webhookSecret);
          const webhook = new codepipeline.CfnWebhook(scope, 'Webhook', {
            authentication: 'GITHUB_HMAC',
            authenticationConfiguration: { secretToken: webhookSecret },
            filters: [{ jsonPath: '$.ref', matchEquals: 'refs/heads/{Branch}' }],
            registerWithThirdParty: true,
            targetPipeline: context.host.pipelineName,
            targetAction: context.actionName,
            targetPipelineVersion: 1,
          });
          const pipeline = pipelineResource(scope);
          if (pipeline) webhook.addResourceDependency(pipeline);
        }
        return { configuration: { Owner: owner, Repo: repo, Branch: props.branch ?? 'main', OAuthToken: props.token.unsafeUnwrap(), PollForSourceChanges: 'false' } };
      },
    });
  }

  /** What the source tells of the commit. */
  get variables(): GitHubOAuthVariables {
    return new GitHubOAuthVariables(this);
  }
}
