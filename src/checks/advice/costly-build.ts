import type { Declared } from '../../plan';
import type { Check } from '../check';
import { actionsOf } from '../parts';
import { buildspecsOf, commandsOf } from './build-commands';
import { projectsOf } from '../projects-of';
import { nameOf } from './resource-name';

const LARGE = new Set(['BUILD_GENERAL1_LARGE', 'BUILD_GENERAL1_XLARGE', 'BUILD_GENERAL1_2XLARGE']);
const LONG_MINUTES = 480;
const FEW = 3;

/** What waits for others, or is done at once: a machine of any size takes as long. */
const LIGHT = new Set([
  'echo', 'printf', 'aws', 'curl', 'wget', 'cp', 'mv', 'rm', 'ls', 'cat', 'mkdir', 'touch', 'chmod', 'cd', 'pwd', 'env', 'export', 'date', 'sleep',
  'jq', 'yq', 'sed', 'grep', 'head', 'tail', 'test', 'true', 'exit', 'zip', 'unzip', 'envsubst',
]);

export const COSTLY_BUILD: Check = {
  id: 'conveyor:costly-build',
  severity: 'warning',
  title: 'A build has a large machine for little work, or may run on one for eight hours and more',
  why: 'CodeBuild is paid by the minute, and a large machine costs four times and more what a small one does. Commands that only copy, call or wait are no faster on it. And '
    + 'a build that hangs runs, and costs, until its timeout. Found are projects with a LARGE, XLARGE, 2XLARGE or GPU machine, and Commands actions on '
    + `such, whose commands are known, at most ${FEW} and all of that kind; and such projects with a timeout of ${LONG_MINUTES / 60} hours or more.`,
  mend: 'Take a smaller machine (BUILD_GENERAL1_SMALL), or Lambda compute; give it a timeout not much longer than its longest build.',
  source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-compute-types.html',
  * find(pipeline, plan) {
    for (const used of projectsOf(pipeline, plan)) {
      const { project, place } = used;
      const environment = project.declared.at('Environment');
      const machine = largeMachine(environment.at('ComputeType'), environment.at('Type'));
      if (machine === undefined) continue;
      const timeout = project.declared.at('TimeoutInMinutes');
      const commands = buildspecsOf(used, plan)?.map(commandsOf);
      if (commands?.every(isLittle)) {
        yield { at: place(machine), wrong: `The project "${nameOf(project)}" has the machine ${machine.text}, and its commands are little work: ${commands[0]?.join('; ').slice(0, 100)}.` };
      } else if (Number(timeout.text) >= LONG_MINUTES) {
        yield {
          at: place(timeout),
          wrong: `The project "${nameOf(project)}" may hang for ${timeout.text} minutes on the machine ${machine.text}.`,
          mend: 'Give it a timeout not much longer than its longest build.',
        };
      }
    }
    for (const { action, row } of actionsOf(pipeline)) {
      if (row?.provider !== 'Commands') continue;
      const machine = largeMachine(action.declared.at('Configuration', 'ComputeType'), action.declared.at('Configuration', 'EnvironmentType'));
      const commands = action.declared.at('Commands');
      if (machine && commands.isWhole && isLittle(commands.items.map(command => command.text ?? '?'))) {
        yield { at: machine, wrong: `"${action.name}" has the machine ${machine.text}, and its commands are little work.` };
      }
    }
  },
};

/** What makes it large: the compute type, or a type with a GPU. */
function largeMachine(compute: Declared, type: Declared): Declared | undefined {
  if (LARGE.has(compute.text ?? '')) return compute;
  return type.text === 'LINUX_GPU_CONTAINER' ? type : undefined;
}

function isLittle(commands: readonly string[] | undefined): boolean {
  return commands !== undefined && commands.length > 0 && commands.length <= FEW && commands.every(isLight);
}

function isLight(command: string): boolean {
  // what a command runs within itself is not seen
  if (/[`]|\$\(|<\(/.test(command)) return false;
  const parts = command.split(/&&|\|\||[;|\n]/).map(part => part.trim().split(/\s+/).find(word => !/^\w+=/.test(word)) ?? '').filter(word => word !== '');
  return parts.length <= 2 * FEW && parts.every(word => LIGHT.has(word));
}
