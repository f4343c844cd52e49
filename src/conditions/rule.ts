import { Duration, Token } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { javaPatternProblem } from '../catalog/java-pattern';
import { QUARTZ_FORM, quartzProblem } from '../catalog/quartz';
import { ALARM_RULE, CODEBUILD_RULE, COMMANDS_RULE, DEPLOYMENT_WINDOW_RULE, LAMBDA_RULE, RuleProvider, VARIABLE_RULE } from '../catalog/rules';
import { isWindowZone } from '../catalog/time-zone';
import { refuse } from '../refuse';

/** What every rule takes. */
export interface RuleProps {
  /**
   * The rule's name, unique among the rules of its condition.
   * @default - the kind of the rule
   */
  readonly name?: string;
}

/** A rule that looks at an alarm. */
export interface AlarmRuleProps extends RuleProps {
  /** The alarm, in the pipeline's account and region. */
  readonly alarm: cloudwatch.IAlarm;
  /**
   * The states that break the rule.
   * @default - ALARM
   */
  readonly states?: cloudwatch.AlarmState[];
  /**
   * How long to watch it: whole minutes.
   * @default - it is looked at once
   */
  readonly wait?: Duration;
}

/** A rule that holds at certain times. */
export interface DeploymentWindowRuleProps extends RuleProps {
  /** When it holds, as a cron expression of six or seven fields: `0 0 9-17 ? * MON-FRI *`. */
  readonly cron: string;
  /**
   * The zone of those times: `Europe/Berlin`, `UTC+02:00`.
   * @default 'UTC'
   */
  readonly timeZone?: string;
}

/** A rule that asks a function. */
export interface LambdaRuleProps extends RuleProps {
  /** The function. It answers like a function that a pipeline invokes. */
  readonly function: lambda.IFunction;
  /**
   * What it is told.
   * @default - nothing
   */
  readonly userParameters?: string;
}

/** How a variable is compared. */
export enum VariableOperator {
  /** It is the value. */
  EQUALS = 'EQ',
  /** It is not the value. */
  DIFFERS = 'NE',
  /** It has the value in it. */
  CONTAINS = 'CONTAINS',
  /** It matches the value, a regular expression of Java. */
  MATCHES = 'MATCHES',
}

/** A rule that looks at a variable. */
export interface VariableRuleProps extends RuleProps {
  /** The variable: of the pipeline (`variable.reference()`), or of an earlier step (`step.variable('CommitMessage')`). */
  readonly variable: string;
  /** What it is compared with. */
  readonly value: string;
  /**
   * How.
   * @default VariableOperator.EQUALS
   */
  readonly operator?: VariableOperator;
}

/** A rule that runs commands; it holds when all of them succeed. */
export interface CommandsRuleProps extends RuleProps {
  /** One-line commands, at most 50. */
  readonly commands: string[];
}

/** A rule that runs a build; it holds when the build succeeds. */
export interface CodeBuildRuleProps extends RuleProps {
  /** The project: one that this app makes is given the pipeline's first source, an imported one is respected as it is. */
  readonly project: codebuild.IProject;
}

/** What must hold before a stage begins, or after it. */
export class Rule {
  /** An alarm stays quiet. */
  static alarm(props: AlarmRuleProps): Rule {
    const minutes = props.wait?.toMinutes();
    return new Rule(props.name ?? 'Alarm', ALARM_RULE, {
      AlarmName: props.alarm.alarmName,
      AlarmStates: props.states?.join(','),
      WaitTime: minutes?.toString(),
    }, { alarm: [props.alarm.alarmArn] });
  }

  /** It is the time for it. */
  static deploymentWindow(props: DeploymentWindowRuleProps): Rule {
    const where = props.name ?? 'DeploymentWindow';
    const wrong = known(props.cron) && quartzProblem(props.cron);
    if (wrong) refuse(where, `The window "${props.cron}" ${wrong}.`, `Write ${QUARTZ_FORM}.`);
    if (known(props.timeZone) && !isWindowZone(props.timeZone)) {
      refuse(where, `The time zone "${props.timeZone}" is not known.`, 'Name a region and a city ("Europe/Berlin"), or an offset ("UTC+02:00").');
    }
    return new Rule(where, DEPLOYMENT_WINDOW_RULE, { Cron: props.cron, TimeZone: props.timeZone });
  }

  /** A function says so. */
  static lambda(props: LambdaRuleProps): Rule {
    return new Rule(props.name ?? 'Lambda', LAMBDA_RULE, {
      FunctionName: props.function.functionName,
      UserParameters: props.userParameters,
    }, { function: [props.function.functionArn] });
  }

  /** A variable has a value. */
  static variable(props: VariableRuleProps): Rule {
    const where = props.name ?? 'Variable';
    const wrong = props.operator === VariableOperator.MATCHES && known(props.value) && !props.value.includes('#{') && javaPatternProblem(props.value);
    if (wrong) refuse(where, `The pattern "${props.value}" ${wrong}.`, 'Write a regular expression of Java; a backslash makes a sign mean itself.');
    return new Rule(where, VARIABLE_RULE, {
      Variable: props.variable,
      Value: props.value,
      Operator: props.operator ?? VariableOperator.EQUALS,
    });
  }

  /** Commands succeed, in CodePipeline's own compute. */
  static commands(props: CommandsRuleProps): Rule {
    return new Rule(props.name ?? 'Commands', COMMANDS_RULE, {}, {}, props.commands);
  }

  /** A build succeeds. */
  static codeBuild(props: CodeBuildRuleProps): Rule {
    return new Rule(props.name ?? 'CodeBuild', CODEBUILD_RULE, { ProjectName: props.project.projectName }, { project: [props.project.projectArn] }, undefined, props.project);
  }

  private constructor(
    /** The rule's name. */
    public readonly name: string,
    /** @internal */
    public readonly _row: RuleProvider,
    /** @internal */
    public readonly _configuration: Readonly<Record<string, string | undefined>>,
    /** @internal */
    public readonly _arns: Readonly<Record<string, readonly string[]>> = {},
    /** @internal */
    public readonly _commands?: string[],
    /** @internal */
    public readonly _project?: codebuild.IProject,
  ) {}
}

/** Whether a text is given, and known before deployment. */
function known(text: string | undefined): text is string {
  return text !== undefined && !Token.isUnresolved(text);
}
