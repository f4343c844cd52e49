import { Environment as AwsEnvironment } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { refuse } from '../refuse';
import { DefaultInput, IStep } from '../steps/step';

/** A step and where it is to stand. */
export interface Placed {
  readonly step: IStep;
  readonly actionName: string;
  /** the account and region that its deployments work in */
  readonly env?: AwsEnvironment;
  /** what it comes after, beside the steps that it names or reads from */
  readonly behind?: readonly Placed[];
  /** the groups that it is a member of */
  readonly groups?: readonly IStep[];
  /** what tells environments of a wave apart, that may hold the same steps */
  readonly environment?: string;
}

/** A step with everything that follows from what the steps read and give. */
export interface LaidOut extends Placed {
  readonly inputs: codepipeline.Artifact[];
  readonly runOrder: number;
}

/** Steps as they are to stand, in one environment: a group stands where its members stand. */
export function place(steps: readonly IStep[], given: { prefix?: string; env?: AwsEnvironment; behind?: readonly Placed[] } = {}): Placed[] {
  const { prefix = '', env, behind } = given;
  const flat = (step: IStep, name: string, groups: readonly IStep[]): Placed[] => step.members
    ? step.members.flatMap(member => flat(member, `${name}${step.stepName}-`, [...groups, step]))
    : [{ step, actionName: name + step.stepName, env, behind, groups, environment: prefix }];
  return steps.flatMap(step => flat(step, prefix, []));
}

/**
 * Lays the stages of a pipeline out, one after another: what each step reads, and its order in the stage.
 * A step runs after the steps whose artifacts it reads; the rest run side by side.
 */
export class Layout {
  private readonly makers = new Map<codepipeline.Artifact, string>();
  private readonly names = new Map<string, string>();
  private firstSource?: codepipeline.Artifact;
  private built?: codepipeline.Artifact;

  /**
   * The next stage.
   *
   * @param where the path of the stage, for messages
   */
  stage(where: string, placed: readonly Placed[]): LaidOut[] {
    const at = (one: Placed) => `${where}/${one.actionName}`;
    const seen = new Set<string>();
    for (const one of placed) {
      if (seen.has(one.actionName)) refuse(at(one), `The stage has two actions named "${one.actionName}".`, 'Give one of the steps another name.');
      seen.add(one.actionName);
    }
    const here = new Map(placed.flatMap(one => one.step.outputs.map(output => [output, one] as const)));
    const inputs = new Map(placed.map(one => [one, this.inputsOf(one, at(one), here)]));

    const orders = new Map<Placed, number>();
    const orderOf = (one: Placed, chain: readonly Placed[]): number => {
      if (chain.includes(one)) {
        const circle = [...chain.slice(chain.indexOf(one)), one].map(link => link.actionName).join(' → ');
        refuse(at(one), `The steps wait for each other: ${circle}.`, 'Take one of these orders away.');
      }
      const known = orders.get(one);
      if (known) return known;
      const before = [
        ...inputs.get(one)!.flatMap(input => here.get(input) ?? []),
        ...[one.step, ...(one.groups ?? [])].flatMap(step => step.after).flatMap(step => placed
          .filter(other => other.environment === one.environment && [other.step, ...(other.groups ?? [])].includes(step))),
        ...(one.behind ?? []),
      ];
      const order = 1 + Math.max(0, ...before.map(other => orderOf(other, [...chain, one])));
      orders.set(one, order);
      return order;
    };
    const laidOut = placed.map(one => ({ ...one, inputs: inputs.get(one)!, runOrder: orderOf(one, []) }));
    for (const one of placed) this.remember(one, at(one));
    return laidOut;
  }

  /** The artifact of the first source, once there is one. */
  get source(): codepipeline.Artifact | undefined {
    return this.firstSource;
  }

  private inputsOf(one: Placed, where: string, here: ReadonlyMap<codepipeline.Artifact, Placed>): codepipeline.Artifact[] {
    const { step } = one;
    if (!step.inputs.length) {
      if (step.defaultInput === DefaultInput.NONE) return [];
      const given = (step.defaultInput === DefaultInput.BUILT ? this.built : undefined) ?? this.firstSource;
      return [given ?? refuse(where, 'The step reads an artifact, and no step before it makes one.', 'Put a source into the pipeline first.')];
    }
    return step.inputs.map(producer => {
      const artifact = producer.primaryOutput;
      if (!artifact) {
        const name = (producer as Partial<IStep>).stepName;
        refuse(where, `The step reads ${name ? `the artifact of "${name}", which gives none` : 'an artifact that nobody makes'}.`, 'Give that step an `output`, or read another one.');
      }
      if (!this.makers.has(artifact) && !here.has(artifact)) {
        refuse(where, `The step reads the artifact "${artifact.artifactName}", which no step before it makes.`,
          'Add the step that makes it to an earlier stage, or to this one.');
      }
      return artifact;
    });
  }

  private remember(one: Placed, where: string) {
    for (const output of one.step.outputs) {
      const name = output.artifactName;
      this.makers.set(output, where);
      if (!name) continue; // an artifact of aws-codepipeline may get its name when it is rendered
      const other = this.names.get(name);
      if (other) refuse(where, `The artifact "${name}" is already made at "${other}".`, 'Artifacts are named for their step, and need one name each: give one of the steps another name.');
      this.names.set(name, where);
    }
    const output = one.step.primaryOutput;
    if (!output) return;
    if (one.step.category === codepipeline.ActionCategory.SOURCE) this.firstSource ??= output;
    const { BUILD, COMPUTE } = codepipeline.ActionCategory;
    if (one.step.builds ?? [BUILD, COMPUTE].includes(one.step.category)) this.built = output;
  }
}
