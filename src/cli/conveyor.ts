/** The `conveyor` command: its arguments, and what each of its commands exits with. */

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { EngineError } from '../engine';
import { PlanError } from '../plan';
import { check, type CheckOptions } from './check';
import { EXIT, type Io } from './io';
import { list, type ListOptions } from './list';
import { run, type RunCommandOptions } from './run';
import { UsageError } from './usage-error';

/**
 * Runs the command line.
 *
 * @param argv arguments without node and the script
 * @returns the exit status: 0, 1 when the pipeline failed, 2 for unusable input, 130 after Ctrl-C
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let status: number = EXIT.ok;
  const program = new Command('conveyor')
    .description('Checks AWS CodePipeline pipelines, and runs those of a synthesized app on this machine: no account, no Docker')
    .exitOverride()
    .configureOutput({ writeOut: text => io.out.write(text), writeErr: text => io.err.write(text) })
    .showHelpAfterError('(conveyor --help lists commands and options)');
  program.command('list')
    .description('the pipelines of an assembly or a template, with their stages and actions')
    .addOption(appOption())
    .option('--json', 'the plans as JSON')
    .action((options: ListOptions) => {
      status = list(options, io);
    });
  program.command('check')
    .description('hold pipelines to the rules of CodePipeline and of delivery: exit status 0 clean, 1 errors, 2 unusable input')
    .argument('[file...]', 'CloudFormation templates (JSON or YAML) or cloud assemblies', ['cdk.out'])
    .option('--json', 'the findings as JSON')
    .addOption(new Option('--sarif', 'the findings as SARIF 2.1.0').conflicts('json'))
    .option('--strict', 'warnings fail as errors do')
    .action((files: string[], options: CheckOptions) => {
      status = check(files, options, io);
    });
  program.command('run')
    .description('run a pipeline on this machine')
    .argument('[pipeline]', 'its name, logical id or construct path; may be left out when there is one')
    .addOption(appOption())
    .option('--source <[name=]path>', 'where a source action finds its files; the name may be left out when there is one (default: the current folder)', collect, [])
    .option('--approve', 'approve every manual approval')
    .addOption(new Option('--reject', 'reject every manual approval').conflicts('approve'))
    .option('--variable <name=value>', 'a pipeline variable; or namespace.key=value for what only AWS could tell', collectPair, {})
    .option('--secret <name=value>', 'the value of a secret or parameter, by its name; masked wherever it shows', collectPair, {})
    .option('--secrets <file>', 'the same from a JSON file of names and values, which keeps them out of the process list')
    .option('--env <name[=value]>', 'a variable of this environment that builds may see; none but PATH, LANG and their like by default', collect, [])
    .option('--home <folder>', 'executions, artifacts and logs', '.conveyor')
    .option('--out <folder>', 'where deployments to buckets land (default: <home>/out)')
    .option('--keep', 'keep the folders of actions that succeeded, too')
    .option('--json', 'every event as a line of JSON')
    .action(async (pipeline: string | undefined, options: RunCommandOptions) => {
      status = await run(pipeline, options, io);
    });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unusable;
    if (!(error instanceof PlanError || error instanceof EngineError || error instanceof UsageError)) throw error;
    io.err.write(`conveyor: ${error.message}\n`);
    return EXIT.unusable;
  }
}

function appOption(): Option {
  return new Option('--app <path>', 'a cloud assembly, or a CloudFormation template in JSON or YAML').default('cdk.out');
}

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}

function collectPair(value: string, earlier: Record<string, string>): Record<string, string> {
  // the name of a secret may be an ARN or a reference with colons, but never has an equals sign
  const at = value.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It must be of the form name=value.');
  return { ...earlier, [value.slice(0, at)]: value.slice(at + 1) };
}
