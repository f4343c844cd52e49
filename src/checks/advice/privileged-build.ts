import type { Check } from '../check';
import { buildspecsOf, commandsOf } from './build-commands';
import { projectsOf } from '../projects-of';
import { nameOf } from './resource-name';

/** What asks for privileges, or may: images, containers, other machines, file systems; tests of the whole, which start containers. */
const SIGN = new RegExp([
  'docker', 'podman', 'buildah', 'buildx', 'buildkit', 'buildctl', 'kaniko', 'nerdctl', 'container', 'compose', 'image', 'dind', 'moby', 'localstack',
  'earthly', 'dagger', 'skaffold', 'minikube', '\\bkind\\b', '\\bk3[ds]\\b', 'bazel', 'packer', 'qemu', 'binfmt', 'losetup', '\\bmount\\b', 'iptables', 'sysctl',
  'fuse', 'chroot', 'unshare', '\\bnix', '\\bcdk\\b', 'cdk-assets', '\\bsam\\b', 'serverless', '\\bsls\\b', 'pulumi', 'amplify', '\\bcopilot\\b', '\\bpack\\b', '\\bact\\b',
  'integration', 'e2e', '\\bverify\\b',
].join('|'), 'i');

/** What hands over to something that the template does not show. */
const OPAQUE = new Set(['make', 'gmake', 'just', 'task', 'rake', 'ant', 'tox', 'nox', 'bash', 'sh', 'zsh', 'source', '.', 'eval', 'exec', 'xargs', 'ssh']);
const SCRIPT = /^\.{1,2}\/|\.(sh|bash|py|js|mjs|cjs|ts|rb|pl|ps1)$/;

export const PRIVILEGED_BUILD: Check = {
  id: 'conveyor:privileged-build',
  severity: 'warning',
  title: 'A build is privileged, and none of its commands needs that',
  why: 'Privileged mode gives the build the devices of its host, which only building images and the like asks for: a package that goes bad gets further '
    + 'with it. Only builds are found whose commands all stand in the template; those that call scripts, make or tools that may start containers are left alone.',
  mend: 'Leave PrivilegedMode out; acknowledge this with the reason where the tests do start containers.',
  source: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html',
  * find(pipeline, plan) {
    for (const used of projectsOf(pipeline, plan)) {
      const { project, place } = used;
      const privileged = project.declared.at('Environment', 'PrivilegedMode');
      if (privileged.text?.toLowerCase() !== 'true') continue;
      const buildspecs = buildspecsOf(used, plan);
      if (!buildspecs || buildspecs.some(buildspec => SIGN.test(JSON.stringify(buildspec.value)))) continue;
      const commands = buildspecs.map(commandsOf);
      if (commands.some(each => !each?.length || each.some(isOpaque))) continue;
      yield { at: place(privileged), wrong: `The project "${nameOf(project)}" is privileged, and its commands (${shown(commands[0]![0])}) need no such thing.` };
    }
  },
};

function isOpaque(command: string): boolean {
  return command.split(/[\s;&|()"'`]+/).some(word => OPAQUE.has(word) || SCRIPT.test(word));
}

function shown(command: string): string {
  return `${command.slice(0, 60)}${command.length > 60 ? '…' : ''} …`;
}
