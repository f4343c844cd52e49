import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { CodeBuildProjectProps, CodeBuildProps } from './builds/codebuild-props';
import { codeBuildStep, projectStep } from './builds/codebuild-step';
import { CommandsProps, commandsStep } from './builds/commands-step';
import { DeviceFarmProps, deviceFarmStep } from './builds/device-farm';
import { Step } from './step';

/** What tells whether a change is good. A test reads the pipeline's first source unless told otherwise. */
export class Test {
  /**
   * Runs commands or a buildspec in CodeBuild, in a project of its own.
   *
   * @param name the action's name
   */
  static codeBuild(name: string, props: CodeBuildProps): Step {
    return codeBuildStep(codepipeline.ActionCategory.TEST, name, props);
  }

  /**
   * Runs a CodeBuild project that exists.
   *
   * @param name the action's name
   */
  static project(name: string, props: CodeBuildProjectProps): Step {
    return projectStep(codepipeline.ActionCategory.TEST, name, props);
  }

  /**
   * Runs commands in CodePipeline's own compute: no project, starts in seconds, at most 55 minutes.
   *
   * @param name the action's name
   */
  static commands(name: string, props: CommandsProps): Step {
    return commandsStep(name, props, false);
  }

  /**
   * Tests an app on real phones and tablets with AWS Device Farm: what was built last, unless told otherwise.
   *
   * @param name the action's name
   */
  static deviceFarm(name: string, props: DeviceFarmProps): Step {
    return deviceFarmStep(name, props);
  }
}
