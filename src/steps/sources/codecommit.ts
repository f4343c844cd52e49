import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import { ProviderStep } from '../provider-step';
import { CLONE, cloned, GitSourceProps } from './source-props';
import { CODECOMMIT_SOURCE } from '../../catalog/sources';
import { CodeCommitVariables } from '../variables';

/** A branch of a CodeCommit repository, as a step. `Source.codeCommit` makes it. */
export class CodeCommitSource extends ProviderStep {
  constructor(repository: codecommit.IRepository, props: GitSourceProps = {}) {
    const branch = props.branch ?? 'main';
    super({
      stepName: props.name ?? 'Source',
      row: CODECOMMIT_SOURCE,
      hasOutput: true,
      configure: () => ({
        configuration: {
          RepositoryName: repository.repositoryName,
          BranchName: branch,
          PollForSourceChanges: 'false',
          OutputArtifactFormat: props.fullClone ? CLONE : undefined,
        },
        startsOn: {
          source: ['aws.codecommit'],
          detailType: ['CodeCommit Repository State Change'],
          resources: [repository.repositoryArn],
          detail: { event: ['referenceCreated', 'referenceUpdated'], referenceType: ['branch'], referenceName: [branch] },
        },
      }),
    });
    if (props.fullClone) cloned(this, { actions: ['codecommit:GitPull'], resources: [repository.repositoryArn] });
  }

  /** What the source tells of the commit. */
  get variables(): CodeCommitVariables {
    return new CodeCommitVariables(this);
  }
}
