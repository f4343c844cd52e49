import { AT, built, VALID } from './build';
import { BUILDSPEC_PLATFORM } from '../../../src/checks/buildspec/buildspec-platform';
import { type Json } from '../fixture';
import { foundBy, saidBy } from '../found-by';

const LINUX = { Type: 'LINUX_CONTAINER', Image: 'aws/codebuild/standard:7.0' };
const WINDOWS = { Type: 'WINDOWS_SERVER_2022_CONTAINER', Image: 'aws/codebuild/windows-base:2022-1.0' };

const on = (environment: Json, others: Json) => built({ ...VALID, ...others }, (_, template) => {
  template.Resources.Project.Properties.Environment = environment;
});
const said = (environment: Json, others: Json) => saidBy(BUILDSPEC_PLATFORM, on(environment, others));
const shell = (name: Json) => ({ env: { shell: name } });
const runtimes = (...names: string[]) => ({
  phases: { install: { 'runtime-versions': Object.fromEntries(names.map(name => [name, 'latest'])) }, build: { commands: ['a'] } },
});

test('a shell that Linux does not have is found', () => {
  expect(foundBy(BUILDSPEC_PLATFORM, on(LINUX, shell('zsh')))).toEqual([expect.objectContaining({
    severity: 'error', message: '"env.shell" of the buildspec is "zsh", and the project runs on "LINUX_CONTAINER".', mend: 'Use bash or /bin/sh.', path: AT,
  })]);
});

test.each<[Json, Json, string]>([
  [WINDOWS, shell('bash'), '"env.shell" of the buildspec is "bash", and the project runs on "WINDOWS_SERVER_2022_CONTAINER".'],
  [{ Type: 'ARM_LAMBDA_CONTAINER' }, shell('powershell.exe'), '"env.shell" of the buildspec is "powershell.exe", and the project runs on "ARM_LAMBDA_CONTAINER".'],
  [{ Type: { Ref: 'Given' } }, shell('fish'), '"env.shell" of the buildspec is "fish".'],
  [WINDOWS, { 'run-as': 'root' }, '"run-as" of the buildspec is "root", and the project runs on "WINDOWS_SERVER_2022_CONTAINER".'],
  [WINDOWS, { phases: { build: { 'commands': ['a'], 'run-as': 'builder' } } }, '"phases.build.run-as" of the buildspec is "builder", and the project runs on "WINDOWS_SERVER_2022_CONTAINER".'],
  [LINUX, runtimes('nodejs', 'nodjes'), 'The buildspec asks for the runtime "nodjes", which "aws/codebuild/standard:7.0" does not have.'],
  [{ ...LINUX, Image: 'aws/codebuild/amazonlinux2-x86_64-standard:5.0' }, runtimes('rust'), 'The buildspec asks for the runtime "rust", which "aws/codebuild/amazonlinux2-x86_64-standard:5.0" does not have.'],
])('on %j, %j is found', (environment, others, message) => {
  expect(said(environment, others)).toEqual([message]);
});

test('a runtime that is nearly one is told', () => {
  expect(foundBy(BUILDSPEC_PLATFORM, on(LINUX, runtimes('nodjes')))).toEqual([expect.objectContaining({ mend: 'Did you mean "nodejs"?' })]);
});

test.each<[Json, Json]>([
  ...['bash', '/bin/sh'].map((name): [Json, Json] => [LINUX, shell(name)]),
  ...['powershell.exe', 'cmd.exe'].map((name): [Json, Json] => [WINDOWS, shell(name)]),
  [LINUX, { 'run-as': 'builder' }],
  [{ Type: 'MAC_ARM' }, shell('zsh')],
  [{ Type: { Ref: 'Given' } }, shell('zsh')],
  [undefined, { ...shell('powershell.exe'), 'run-as': 'root' }],
  [WINDOWS, { 'run-as': null }],
  [LINUX, runtimes('android', 'docker', 'dotnet', 'golang', 'java', 'nodejs', 'php', 'python', 'ruby')],
  [{ ...LINUX, Image: '111111111111.dkr.ecr.eu-west-1.amazonaws.com/builder:1' }, runtimes('rust')],
  [{ ...LINUX, Image: { Ref: 'Given' } }, runtimes('rust')],
  // the builds of a batch may have machines of their own
  [LINUX, { ...shell('powershell.exe'), batch: { 'build-list': [{ env: { type: 'WINDOWS_SERVER_2022_CONTAINER' } }] } }],
])('on %j, %j is not', (environment, others) => {
  expect(said(environment, others)).toEqual([]);
});
