import * as ecr from 'aws-cdk-lib/aws-ecr';
import { INSPECTOR_SCAN } from '../../catalog/invokes';
import { refuse } from '../../refuse';
import { Configuration } from '../catalog-action';
import { ProviderStep } from '../provider-step';
import { DefaultInput, IArtifactProducer, IStep } from '../step';
import { InspectorVariables } from '../variables';

/** How many vulnerabilities of each kind a scan may find. It fails when there are more. */
export interface InspectorProps {
  /**
   * Critical ones: 0 or more.
   * @default - any number
   */
  readonly criticalThreshold?: number;
  /**
   * High ones: 0 or more.
   * @default - any number
   */
  readonly highThreshold?: number;
  /**
   * Medium ones: 0 or more.
   * @default - any number
   */
  readonly mediumThreshold?: number;
  /**
   * Low ones: 0 or more.
   * @default - any number
   */
  readonly lowThreshold?: number;
  /**
   * Steps of the same stage that must have ended before.
   * @default - only the artifacts decide
   */
  readonly after?: IStep[];
}

/** A scan of source code. */
export interface InspectSourceProps extends InspectorProps {
  /**
   * What is scanned.
   * @default - the pipeline's first source
   */
  readonly input?: IArtifactProducer;
}

/** A scan of an image. */
export interface InspectImageProps extends InspectorProps {
  /** The repository: private, in the account and region of the action. */
  readonly repository: ecr.IRepository;
  /**
   * The image's tag.
   * @default 'latest'
   */
  readonly imageTag?: string;
}

/** A scan by Amazon Inspector, as a step; its artifact is the report. `Invoke.inspectSource` and `Invoke.inspectImage` make it. */
export class InspectorScan extends ProviderStep {
  /** @internal */
  public static _ofSource(stepName: string, props: InspectSourceProps): InspectorScan {
    return new InspectorScan(stepName, props, { InspectorRunMode: 'SourceCodeScan' }, props.input ? [props.input] : [], DefaultInput.SOURCE);
  }

  /** @internal */
  public static _ofImage(stepName: string, props: InspectImageProps): InspectorScan {
    const image = { InspectorRunMode: 'ECRImageScan', ECRRepositoryName: props.repository.repositoryName, ImageTag: props.imageTag ?? 'latest' };
    return new InspectorScan(stepName, props, image, [], DefaultInput.NONE);
  }

  private constructor(stepName: string, props: InspectorProps, scanned: Configuration, inputs: IArtifactProducer[], defaultInput: DefaultInput) {
    const configuration = {
      ...scanned,
      CriticalThreshold: threshold(stepName, props.criticalThreshold),
      HighThreshold: threshold(stepName, props.highThreshold),
      MediumThreshold: threshold(stepName, props.mediumThreshold),
      LowThreshold: threshold(stepName, props.lowThreshold),
    };
    super({
      stepName,
      row: INSPECTOR_SCAN,
      inputs,
      defaultInput,
      hasOutput: true,
      after: props.after,
      configure: (_scope, context) => {
        context.host.logGroup(); // the service would make the group itself, and keep its logs for ever
        return { configuration };
      },
    });
  }

  /** What the scan tells. */
  get variables(): InspectorVariables {
    return new InspectorVariables(this);
  }
}

function threshold(stepName: string, most: number | undefined): string | undefined {
  if (most !== undefined && !(Number.isInteger(most) && most >= 0)) {
    refuse(stepName, `${most} vulnerabilities are allowed.`, 'Give a whole number, 0 or more, or leave the threshold out to allow any number.');
  }
  return most?.toString();
}
