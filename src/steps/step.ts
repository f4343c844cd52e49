import { Environment, Lazy } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { Construct } from 'constructs';
import { AdoptedStep } from './adopted-step';
import { StepContext } from './step-context';
import { ARTIFACT_NAME, distinctName, NAME, nearestName } from '../catalog/names';
import { refuse } from '../refuse';

/** What a step reads when it does not say. */
export enum DefaultInput {
  /** nothing */
  NONE = 'NONE',
  /** the pipeline's first source */
  SOURCE = 'SOURCE',
  /** what was built last before it; the first source where nothing was built */
  BUILT = 'BUILT',
}

/** Something that gives an artifact: a step (its primary output), or one of a step's outputs. */
export interface IArtifactProducer {
  /**
   * The artifact.
   * @default - it gives none
   */
  readonly primaryOutput?: codepipeline.Artifact;
}

/**
 * What a stage can do: a value that names what it reads and what it gives, and that makes its action
 * once it has a place in a pipeline.
 *
 * Extend `Step`, or implement this, for something that nobody foresaw.
 */
export interface IStep extends IArtifactProducer {
  /** The action's name: 1 to 100 letters, digits and `. @ - _`, unique in its stage. */
  readonly stepName: string;
  /** The category of the action. A pipeline's first stage has only sources, and only it has sources. */
  readonly category: codepipeline.ActionCategory;
  /** What it reads, the primary input first. Empty: what `defaultInput` says. */
  readonly inputs: IArtifactProducer[];
  /** What it reads when `inputs` is empty. */
  readonly defaultInput: DefaultInput;
  /** Every artifact that it gives. */
  readonly outputs: codepipeline.Artifact[];
  /**
   * Whether later deployments read its primary output unless they say otherwise.
   * @default - when it is of the category Build or Compute
   */
  readonly builds?: boolean;
  /** Steps of the same stage that must have ended before this one, where the artifacts do not show it. */
  readonly after: IStep[];
  /**
   * The account and region that its action works in, where that is not its environment's.
   * @default - those of the environment for what deploys or invokes; otherwise the pipeline's own
   */
  readonly env?: Environment;
  /**
   * The steps that this one stands for, when it is a group: each becomes an action `<group>-<member>`, and `bind` of the
   * group is not called. What comes after the group comes after all of them.
   * @default - it stands for itself
   */
  readonly members?: IStep[];
  /**
   * Makes the action, and what the action needs.
   *
   * @param scope the action's own scope: whatever is made goes below it
   * @param context the action's place in the pipeline
   */
  bind(scope: Construct, context: StepContext): codepipeline.IAction;
}

/** How a step stands to others. */
export interface StepProps {
  /** The action's name: 1 to 100 letters, digits and `. @ - _`. */
  readonly stepName: string;
  readonly category: codepipeline.ActionCategory;
  /**
   * Whether later deployments read its primary output unless they say otherwise.
   * @default - when it is of the category Build or Compute
   */
  readonly builds?: boolean;
  /** @default - what `defaultInput` says */
  readonly inputs?: IArtifactProducer[];
  /** @default DefaultInput.NONE */
  readonly defaultInput?: DefaultInput;
  /**
   * Whether the step gives an artifact of its own name.
   * @default false
   */
  readonly hasOutput?: boolean;
  /**
   * The files of that artifact: paths or patterns, only for Commands.
   * @default - the action decides
   */
  readonly outputFiles?: string[];
  /**
   * Further artifacts; each is named `<step>_<label>`.
   * @default - none
   */
  readonly outputLabels?: string[];
  /** @default - only the artifacts decide */
  readonly after?: IStep[];
  /** @default - those of the environment for what deploys or invokes; otherwise the pipeline's own */
  readonly env?: Environment;
  /** @default - it stands for itself */
  readonly members?: IStep[];
}

/** The base of every step of this library, and a good one for yours. */
export abstract class Step implements IStep {
  /**
   * An action of aws-codepipeline, or of anybody else, as a step. It grants itself what it needs, in a role that
   * the pipeline makes for it; its order follows from its artifacts and from `after`.
   *
   * @param action the action, which stands in no pipeline yet
   * @param after steps of the same stage that must have ended before
   */
  static fromAction(action: codepipeline.IAction, after: IStep[] = []): IStep {
    return new AdoptedStep(action, after);
  }

  readonly stepName: string;
  readonly category: codepipeline.ActionCategory;
  readonly inputs: IArtifactProducer[];
  readonly defaultInput: DefaultInput;
  readonly outputs: codepipeline.Artifact[];
  readonly primaryOutput?: codepipeline.Artifact;
  readonly builds?: boolean;
  readonly after: IStep[];
  readonly env?: Environment;
  readonly members?: IStep[];

  private namespace?: string;
  private referenced = false;
  private stands = 0;

  constructor(props: StepProps) {
    if (!NAME.pattern.test(props.stepName)) {
      refuse(props.stepName, `The step name "${props.stepName}" is not allowed.`, `Use ${NAME.allowed}: for example "${nearestName(props.stepName)}".`);
    }
    this.stepName = props.stepName;
    this.category = props.category;
    this.builds = props.builds;
    this.inputs = props.inputs ?? [];
    this.defaultInput = props.defaultInput ?? DefaultInput.NONE;
    this.after = props.after ?? [];
    this.env = props.env;
    this.members = props.members;
    const artifact = (name: string, files?: string[]) => {
      if (!ARTIFACT_NAME.pattern.test(name)) {
        refuse(props.stepName, `Artifacts are named for their step, and "${name}" is not allowed as the name of one.`, `Name the step with ${ARTIFACT_NAME.allowed}.`);
      }
      return new codepipeline.Artifact(name, files);
    };
    this.primaryOutput = props.hasOutput ? artifact(props.stepName, props.outputFiles) : undefined;
    this.outputs = [
      ...(this.primaryOutput ? [this.primaryOutput] : []),
      ...(props.outputLabels ?? []).map(label => artifact(`${props.stepName}_${label}`)),
    ];
  }

  abstract bind(scope: Construct, context: StepContext): codepipeline.IAction;

  /**
   * One of the further outputs, to be read by another step.
   *
   * @param label the output's label, as it was given to the step
   */
  output(label: string): IArtifactProducer {
    const name = `${this.stepName}_${label}`;
    const primaryOutput = this.outputs.find(output => output.artifactName === name);
    if (!primaryOutput) {
      const labels = this.outputs.map(output => output.artifactName);
      refuse(this.stepName, `The step has no output "${label}".`, `Give it one, or use what it has: ${labels.join(', ') || 'nothing'}.`);
    }
    return { primaryOutput };
  }

  /**
   * A variable that the step's action gives, for use in the configuration of a later action.
   *
   * @param name the variable's name, for example `CommitId`
   * @returns an expression that CodePipeline resolves right before the later action starts
   */
  variable(name: string): string {
    if (this.stands > 1) refuse(this.stepName, 'A step whose variables are used stands in the pipeline twice.', 'Make a step for each place.');
    this.referenced = true;
    return `#{${Lazy.string({
      produce: () => this.namespace ?? refuse(this.stepName, `The variable "${name}" is used, and its step stands in no pipeline.`, 'Add the step to the pipeline.'),
    })}.${name}}`;
  }

  /**
   * Says where the step stands, and answers with the namespace of its variables, if any is used.
   * @internal
   */
  public _namespaceAt(stageName: string, actionName: string): string {
    // no artifact has an @ in its name, so that the two never meet
    const namespace = distinctName(`${stageName}@${actionName}`, /[^A-Za-z0-9@\-_]/g, 100);
    this.stands++;
    if (this.referenced && this.stands > 1) {
      refuse(`${stageName}/${actionName}`, 'A step whose variables are used stands in the pipeline twice.', 'Make a step for each place.');
    }
    this.namespace = namespace;
    return Lazy.string({ produce: () => this.referenced ? namespace : undefined });
  }
}
