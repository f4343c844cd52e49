import * as ecr from 'aws-cdk-lib/aws-ecr';
import { ProviderStep } from '../provider-step';
import { SourceProps } from './source-props';
import { ECR_SOURCE } from '../../catalog/sources';
import { EcrSourceVariables } from '../variables';

/** What an ECR source takes. */
export interface EcrSourceProps extends SourceProps {
  /** The repository: private, in the pipeline's account and region. */
  readonly repository: ecr.IRepository;
  /**
   * The tag to follow.
   * @default 'latest'
   */
  readonly imageTag?: string;
}

/** An image in a private ECR repository, as a step. `Source.ecr` makes it. */
export class EcrSource extends ProviderStep {
  constructor(props: EcrSourceProps) {
    super({
      stepName: props.name ?? 'Source',
      row: ECR_SOURCE,
      hasOutput: true,
      configure: () => ({
        configuration: { RepositoryName: props.repository.repositoryName, ImageTag: props.imageTag },
        startsOn: {
          source: ['aws.ecr'],
          detailType: ['ECR Image Action'],
          detail: {
            'action-type': ['PUSH'],
            'result': ['SUCCESS'],
            'repository-name': [props.repository.repositoryName],
            'image-tag': [props.imageTag ?? 'latest'],
          },
        },
      }),
    });
  }

  /** What the source tells of the image. */
  get variables(): EcrSourceVariables {
    return new EcrSourceVariables(this);
  }
}
