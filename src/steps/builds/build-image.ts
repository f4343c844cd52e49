import { Token } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import { ECR_BUILD_AND_PUBLISH } from '../../catalog/builds';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { DefaultInput, IArtifactProducer, IStep } from '../step';
import { ImageVariables } from '../variables';

/** An image that is built from a Dockerfile and pushed. */
export interface ImageProps {
  /**
   * The private repository that it is pushed to, in the account and region of the pipeline.
   * @default - a public one: `publicRepositoryName`
   */
  readonly repository?: ecr.IRepository;
  /**
   * The name of the public repository (Amazon ECR Public) of the pipeline's account that it is pushed to.
   * @default - a private one: `repository`
   */
  readonly publicRepositoryName?: string;
  /**
   * The image's tags: each of 1 to 128 letters, digits and `_ . -`, the first neither `.` nor `-`.
   * They may be variables: `source.variables.commitId`.
   * @default - `latest`
   */
  readonly tags?: string[];
  /**
   * The folder that the Dockerfile is in, relative to the artifact.
   * @default - the artifact's top
   */
  readonly dockerfilePath?: string;
  /**
   * What it is built from.
   * @default - the pipeline's first source
   */
  readonly input?: IArtifactProducer;
  /**
   * Steps of the same stage that must have ended before.
   * @default - only the artifacts decide
   */
  readonly after?: IStep[];
}

/** An image that is built and pushed, as a step. `Build.image` makes it. */
export class ImageBuild extends ProviderStep {
  constructor(stepName: string, props: ImageProps) {
    const { repository, publicRepositoryName, tags } = props;
    if (!repository === !publicRepositoryName) {
      refuse(stepName, repository ? 'The image is pushed to two repositories.' : 'The image is pushed nowhere.', 'Give one of `repository` and `publicRepositoryName`.');
    }
    if (tags && !tags.length) refuse(stepName, 'The image has no tag.', 'Give `tags` one, or leave it out for `latest`.');
    for (const tag of tags ?? []) {
      if (!Token.isUnresolved(tag) && !tag.includes('#{') && !/^\w[\w.-]{0,127}$/.test(tag)) {
        refuse(stepName, `The tag "${tag}" is not allowed.`, 'Use 1 to 128 letters, digits and _ . -, the first neither . nor -.');
      }
    }
    super({
      stepName,
      row: ECR_BUILD_AND_PUBLISH,
      inputs: props.input ? [props.input] : [],
      defaultInput: DefaultInput.SOURCE,
      after: props.after,
      configure: (_scope, context) => {
        context.host.logGroup(); // the service would make the group itself, and keep its logs for ever
        return {
          configuration: {
            ECRRepositoryName: repository?.repositoryName ?? publicRepositoryName,
            DockerFilePath: props.dockerfilePath,
            ImageTags: tags?.join(','),
            RegistryType: publicRepositoryName ? 'public' : undefined,
          },
        };
      },
    });
  }

  /** What the build tells of the image. */
  get variables(): ImageVariables {
    return new ImageVariables(this);
  }
}
