import { Stack } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { PIPELINE_INVOKE } from '../../catalog/invokes';
import { VARIABLE_NAME } from '../../catalog/names';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { IStep, Step } from '../step';

/** What a revision is a revision of. */
export enum RevisionType {
  /** A commit. */
  COMMIT_ID = 'COMMIT_ID',
  /** An image's digest: `sha256:…`. */
  IMAGE_DIGEST = 'IMAGE_DIGEST',
  /** A version of an object in a bucket. */
  S3_OBJECT_VERSION_ID = 'S3_OBJECT_VERSION_ID',
  /** The key of an object in a bucket; for a source whose key may be overridden. */
  S3_OBJECT_KEY = 'S3_OBJECT_KEY',
}

/** The revision that a source of the other pipeline takes, in place of the latest. */
export interface SourceRevision {
  /** The name of the source's action there. */
  readonly actionName: string;
  /** What the value is. */
  readonly revisionType: RevisionType;
  /** The revision; it may be a variable: `source.variables.commitId`. */
  readonly revisionValue: string;
}

/** A start of another pipeline, which this one does not wait for. */
export interface PipelineInvokeProps {
  /** The other pipeline: in the account and region of the action. */
  readonly pipeline: codepipeline.IPipeline;
  /**
   * Values for variables of the other pipeline: name → 1 to 1000 characters. At most 50.
   * @default - their defaults
   */
  readonly variables?: { [name: string]: string };
  /**
   * What its sources take: at most 50.
   * @default - the latest of each
   */
  readonly sourceRevisions?: SourceRevision[];
  /**
   * Steps of the same stage that must have ended before.
   * @default - nothing
   */
  readonly after?: IStep[];
}

export function pipelineStep(stepName: string, props: PipelineInvokeProps): Step {
  const variables = Object.entries(props.variables ?? {}).map(([name, value]) => ({ name, value }));
  for (const { name } of variables) {
    if (!VARIABLE_NAME.pattern.test(name)) refuse(stepName, `The variable "${name}" is not allowed.`, `Use ${VARIABLE_NAME.allowed}.`);
  }
  const revisions = props.sourceRevisions ?? [];
  if (variables.length > 50) refuse(stepName, `The other pipeline is given ${variables.length} variables.`, 'CodePipeline takes at most 50.');
  if (revisions.length > 50) refuse(stepName, `The other pipeline is given ${revisions.length} revisions.`, 'CodePipeline takes at most 50.');
  return new ProviderStep({
    stepName,
    row: PIPELINE_INVOKE,
    after: props.after,
    configure: (scope, context) => {
      if (props.pipeline.pipelineName === context.host.pipelineName) refuse(scope, 'The pipeline starts itself.', 'Name another one: it would never end.');
      const json = (given: object[]) => given.length ? Stack.of(scope).toJsonString(given) : undefined;
      return { configuration: { PipelineName: props.pipeline.pipelineName, SourceRevisions: json(revisions), Variables: json(variables) } };
    },
  });
}
