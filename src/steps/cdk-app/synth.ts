import { Aws, Lazy, Stack, Stage } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { bootstrapArn, CloudAssembly } from './assembly';
import { rolesToDeploy } from './bootstrap-roles';
import { afterSynth, EXECUTION_VARIABLE } from './commands';
import { SynthProps } from './synth-props';
import { Rule } from '../../conditions/rule';
import { refuse } from '../../refuse';
import { buildspecOf } from '../builds/codebuild-buildspec';
import { ownProject } from '../builds/codebuild-step';
import { LateBuildSpec } from '../builds/late-buildspec';
import { LateStatement } from '../late-statement';
import { ProviderStep } from '../provider-step';
import { StepContext } from '../step-context';

/**
 * The run that makes the cloud assembly of a CDK app: `Build.synth` gives it. In the same run it keeps the pipeline up
 * to date and publishes what the pipeline deploys, so that no further run stands before the first deployment.
 */
export class SynthStep extends ProviderStep {
  private readonly assembly: CloudAssembly;
  private readonly watched: Map<Stage, string>;
  private readonly assumes: LateStatement;
  private readonly place: { scope?: Construct; pipelineName?: string };

  /** @internal */
  constructor(stepName: string, props: SynthProps) {
    if (props.buildspec) refuse(stepName, 'The step has a `buildspec`, and it adds commands of its own.', 'Give it `commands`.');
    if (!props.commands?.length) refuse(stepName, 'The step has nothing to run.', 'Give it `commands` that make the cloud assembly: [\'npm ci\', \'npx cdk synth\'].');
    const output = props.output ?? 'cdk.out';
    const selfUpdate = props.selfUpdate ?? true;
    const publishes = props.publishAssets ?? true;
    const assembly = new CloudAssembly();
    const watched = new Map<Stage, string>();
    const place: SynthStep['place'] = {};

    const todo = () => afterSynth({
      assembly: output,
      self: selfUpdate ? { pipelineName: place.pipelineName!, stack: Stack.of(place.scope!).node.path } : undefined,
      manifests: publishes ? assembly.manifests : [],
      watched: new Map([...watched].map(([stage, variable]) => [variable, stacksOf(stage).map(stack => stack.hierarchicalId)])),
    });
    const assumes = new LateStatement(stepName, 'sts:AssumeRole', () => [
      ...(publishes ? assembly.publishingRoles : []),
      ...(selfUpdate ? rolesToDeploy(Stack.of(place.scope!)) : []),
      ...[...watched.keys()].flatMap(lookupRoles),
    ]);
    const written = () => buildspecOf(place.scope!, stepName, {
      ...props,
      output,
      commands: [...props.commands!, ...[todo()].filter(command => command !== undefined)],
      exportedVariables: [...props.exportedVariables ?? [], ...watched.values()],
    });
    super(ownProject(codepipeline.ActionCategory.BUILD, stepName, {
      ...props,
      output,
      commands: undefined,
      buildspec: new LateBuildSpec(written),
      environmentVariables: {
        ...props.environmentVariables,
        ...(selfUpdate && { [EXECUTION_VARIABLE]: { value: '#{codepipeline.PipelineExecutionId}' } }),
      },
      permissions: [...props.permissions ?? [], assumes, ...(selfUpdate ? [restart(place)] : [])],
    }));
    this.assembly = assembly;
    this.assembly.liesIn(this.primaryOutput!);
    this.watched = watched;
    this.assumes = assumes;
    this.place = place;
  }

  override bind(scope: Construct, context: StepContext): codepipeline.IAction {
    Object.assign(this.place, { scope, pipelineName: context.host.pipelineName });
    const action = super.bind(scope, context);
    this.assumes.settle();
    const project = scope.node.findChild('Project').node.defaultChild as codebuild.CfnProject;
    project.addPropertyOverride('Environment.PrivilegedMode', Lazy.any({ produce: () => this.needsDocker(project) }));
    return action;
  }

  /**
   * Holds when a stage's templates would broaden what IAM or security groups allow in what is deployed now; what cannot be
   * compared counts as broader. As the entry rule of a stage that is skipped otherwise, it asks a person only then:
   * `{ steps: [Approval.manual()], entry: [synth.broadens(stage)], entryResult: EntryResult.SKIP }`.
   *
   * @param stage the stage, complete: what is added to it later is not seen
   */
  broadens(stage: Stage): Rule {
    const wanted = `BROADENS_${stage.node.path.replace(/[^A-Za-z0-9]/g, '_')}`;
    const taken = [...this.watched].some(([other, variable]) => variable === wanted && other !== stage);
    const variable = this.watched.get(stage) ?? (taken ? `${wanted}_${this.watched.size}` : wanted);
    this.watched.set(stage, variable);
    return Rule.variable({ name: 'Broadens', variable: this.variable(variable), value: 'yes' });
  }

  private needsDocker(project: codebuild.CfnProject): boolean {
    const environment = project.environment as codebuild.CfnProject.EnvironmentProperty;
    const asked = environment.privilegedMode === true;
    if (!asked && this.assembly.hasImages && environment.type.includes('LAMBDA')) {
      refuse(project, 'The run builds images for the stacks that are deployed, and its machine has no Docker.', 'Give it an `image` that is not of Lambda, or publish the images elsewhere (`publishAssets: false`).');
    }
    return asked || this.assembly.hasImages;
  }
}

/** Starts this pipeline, and stops an execution of it. */
function restart(place: SynthStep['place']): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['codepipeline:StartPipelineExecution', 'codepipeline:StopPipelineExecution'],
    resources: [Lazy.string({
      produce: () => `arn:${Aws.PARTITION}:codepipeline:${Stack.of(place.scope!).region}:${Stack.of(place.scope!).account}:${place.pipelineName}`,
    })],
  });
}

const stacksOf = (stage: Stage) => stage.synth().stacks;

function lookupRoles(stage: Stage): string[] {
  return stacksOf(stage).flatMap(stack => stack.lookupRole ? [bootstrapArn(stack.lookupRole.arn, knownPlace(stack.environment))] : []);
}

/** An assembly says `unknown-account` and `unknown-region` for what it leaves open. */
function knownPlace({ account, region }: { account: string; region: string }) {
  return { account: account === 'unknown-account' ? undefined : account, region: region === 'unknown-region' ? undefined : region };
}
