import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { ImageBuild, ImageProps } from './builds/build-image';
import { CodeBuildProjectProps, CodeBuildProps } from './builds/codebuild-props';
import { codeBuildStep, projectStep } from './builds/codebuild-step';
import { CommandsProps, commandsStep } from './builds/commands-step';
import { SynthStep } from './cdk-app/synth';
import { SynthProps } from './cdk-app/synth-props';
import { Step } from './step';

/** What makes artifacts. A build reads the pipeline's first source unless told otherwise. */
export class Build {
  /**
   * Runs commands or a buildspec in CodeBuild, in a project of its own.
   *
   * @param name the action's name, and the name of its artifact
   */
  static codeBuild(name: string, props: CodeBuildProps): Step {
    return codeBuildStep(codepipeline.ActionCategory.BUILD, name, props);
  }

  /**
   * Runs a CodeBuild project that exists.
   *
   * @param name the action's name, and the name of its artifact
   */
  static project(name: string, props: CodeBuildProjectProps): Step {
    return projectStep(codepipeline.ActionCategory.BUILD, name, props);
  }

  /**
   * Runs commands in CodePipeline's own compute: no project, starts in seconds, at most 55 minutes.
   *
   * @param name the action's name, and the name of its artifact
   */
  static commands(name: string, props: CommandsProps): Step {
    return commandsStep(name, props, true);
  }

  /**
   * Builds an image from a Dockerfile and pushes it to Amazon ECR, in CodePipeline's own compute: no project.
   *
   * @param name the action's name
   */
  static image(name: string, props: ImageProps): ImageBuild {
    return new ImageBuild(name, props);
  }

  /**
   * Synthesizes a CDK app: its artifact is the cloud assembly that `Deploy.cdk` deploys from. The same run keeps the
   * pipeline up to date and publishes assets.
   *
   * @param name the action's name, and the name of its artifact
   */
  static synth(name: string, props: SynthProps): SynthStep {
    return new SynthStep(name, props);
  }
}
