/** The output variables of source actions, by provider: see "Variables" in CodePipeline's action reference. */

import type { GitState } from '../git';
import type { ActionContext } from './provider-runner';

/**
 * @param git undefined for a plain folder or an archive
 * @param revision the commit, or what identifies the content where there is none
 */
export function sourceVariables(context: ActionContext, git: GitState | undefined, revision: string): Record<string, string> {
  const { configuration, provider } = context.action;
  if (provider === 'S3') {
    return { BucketName: configuration.S3Bucket ?? '', ObjectKey: configuration.S3ObjectKey ?? '', ETag: revision.slice(0, 32), VersionId: revision };
  }
  const now = context.now().toISOString();
  const common = {
    CommitId: revision,
    CommitMessage: git?.commit?.message ?? '',
    BranchName: git?.branch ?? configuration.BranchName ?? configuration.Branch ?? '',
    AuthorDate: git?.commit?.authorDate ?? now,
  };
  const committed = { CommitterDate: git?.commit?.committerDate ?? now };
  switch (provider) {
    case 'CodeStarSourceConnection': return {
      ...common,
      FullRepositoryName: configuration.FullRepositoryId ?? '',
      ConnectionArn: configuration.ConnectionArn ?? '',
      ProviderType: connectionProvider(context),
      AuthorEmail: git?.commit?.authorEmail ?? '',
      AuthorDisplayName: git?.commit?.authorName ?? '',
      AuthorId: git?.commit?.authorName ?? '',
    };
    case 'GitHub': return { ...common, ...committed, RepositoryName: configuration.Repo ?? '', CommitUrl: `https://github.com/${configuration.Owner}/${configuration.Repo}/commit/${revision}` };
    default: return { ...common, ...committed, RepositoryName: configuration.RepositoryName ?? '' };
  }
}

function connectionProvider({ resources, action }: ActionContext): string {
  const arn = action.configuration.ConnectionArn ?? '';
  const connection = resources.find('AWS::CodeConnections::Connection', arn) ?? resources.find('AWS::CodeStarConnections::Connection', arn);
  const type = connection?.properties.ProviderType;
  return typeof type === 'string' ? type : 'GitHub';
}
