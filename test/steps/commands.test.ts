import { Build, CommandsProps, Test } from '../../src';
import { HOME, pipelineIn, refusalOf, renderedWith, siteIn, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const step = (props: Partial<CommandsProps> = {}) => Test.commands('Check', { commands: ['make check'], ...props });

test('commands, files and variables stand beside the configuration, of which there is none', () => {
  const rendered = renderedWith(Build.commands('Compile', { commands: ['npm ci', 'npm run build'], outputFiles: ['dist/**'], outputVariables: ['VERSION'] }));
  expect(rendered.action('Stage/Compile')).toMatchObject({
    ActionTypeId: { Category: 'Compute', Owner: 'AWS', Provider: 'Commands', Version: '1' },
    Commands: ['npm ci', 'npm run build'],
    OutputArtifacts: [{ Name: 'Compile', Files: ['dist/**'] }],
    OutputVariables: ['VERSION'],
    InputArtifacts: [{ Name: 'Source' }],
  });
  expect(rendered.action('Stage/Compile').Configuration).toBeUndefined();
});

test('the log group is made here, so that it does not keep its logs for ever', () => {
  expect(renderedWith(step()).only('AWS::Logs::LogGroup')).toEqual({ LogGroupName: '/aws/codepipeline/Web', RetentionInDays: 90 });
});

test('commands need no project', () => {
  expect(renderedWith(step()).all('AWS::CodeBuild::Project')).toEqual([]);
});

describe('taken are', () => {
  test.each<[string, Partial<CommandsProps>]>([
    ['50 commands', { commands: Array(50).fill('true') }],
    ['a command of 1000 characters', { commands: ['x'.repeat(1000)] }],
    ['10 files', { outputFiles: Array.from({ length: 10 }, (_, at) => `f${at}`) }],
    ['15 variables', { outputVariables: Array.from({ length: 15 }, (_, at) => `V${at}`) }],
  ])('%s', (_what, props) => {
    expect(() => step(props)).not.toThrow();
  });
});

describe('refused are', () => {
  test.each<[string, Partial<CommandsProps>, RegExp]>([
    ['no commands', { commands: [] }, /The step has 0 commands\.[^]*1 to 50[^]*where: Check/],
    ['51 commands', { commands: Array(51).fill('true') }, /The step has 51 commands\./],
    ['a command of 1001 characters', { commands: ['x'.repeat(1001)] }, /1001 characters[^]*at most 1000/],
    ['a command of two lines', { commands: ['if true\nthen make'] }, /"if true…" has more than one line\.[^]*&&/],
    ['a command with a carriage return', { commands: ['make\r'] }, /more than one line/],
    ['an empty command', { commands: [''] }, /empty|0 characters/],
    ['no files', { outputFiles: [] }, /0 output files[^]*1 to 10/],
    ['11 files', { outputFiles: Array(11).fill('a') }, /11 output files/],
    ['a file of 129 characters', { outputFiles: ['f'.repeat(129)] }, /129 characters/],
    ['16 variables', { outputVariables: Array(16).fill('V') }, /16 output variables[^]*at most 15/],
    ['a variable of 129 characters', { outputVariables: ['V'.repeat(129)] }, /129 characters|not allowed/],
    ['further inputs without an input', { additionalInputs: [Build.commands('Other', { commands: ['true'], outputFiles: ['a'] })] }, /no input of its own/],
  ])('%s', (_what, props, expected) => {
    expect(refusalOf(() => step(props))).toMatch(expected);
  });
});

test('what a test leaves is not taken for what was built', () => {
  const stack = stackIn(HOME);
  const pipeline = pipelineIn(stack, {
    builds: [Build.commands('Compile', { commands: ['make'], outputFiles: ['dist/**'] })],
    tests: [Test.commands('Browser', { commands: ['make browser-test'], outputFiles: ['screenshots/**'] })],
  });
  pipeline.addEnvironment('Beta', { deploy: [siteIn(stack)] });
  expect(Rendered.of(stack).inputs('Beta/Site')).toEqual(['Compile']);
});
