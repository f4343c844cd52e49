import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import { Build, CodeBuildProps, Report, Test } from '../../src';
import { refusalOf, renderedWith } from '../fixture';
import { statementsOf } from '../rendered';

const renderedOf = (props: CodeBuildProps) => renderedWith(Build.codeBuild('Build', props));
const specOf = (props: CodeBuildProps) => JSON.parse(renderedOf(props).only('AWS::CodeBuild::Project').Source.BuildSpec);
const files = (folder: string) => ({ 'files': ['**/*'], 'base-directory': folder });

test('commands become the build phase, and what is installed before the install phase', () => {
  expect(specOf({ commands: ['make', 'make check'], installCommands: ['npm ci'] }))
    .toEqual({ version: '0.2', phases: { install: { commands: ['npm ci'] }, build: { commands: ['make', 'make check'] } } });
});

test('one output is the build\'s artifact', () => {
  expect(specOf({ commands: ['make'], output: 'dist' }).artifacts).toEqual(files('dist'));
});

test('several outputs are secondary artifacts, each under the name that CodePipeline knows it by', () => {
  const rendered = renderedOf({ commands: ['make'], output: 'dist', outputs: { docs: 'build/docs', maps: 'build/maps' } });
  const { artifacts } = JSON.parse(rendered.only('AWS::CodeBuild::Project').Source.BuildSpec);
  expect(Object.values(artifacts['secondary-artifacts'])).toEqual([files('dist'), files('build/docs'), files('build/maps')]);
  expect(Object.keys(artifacts['secondary-artifacts'])).toEqual(rendered.action('Stage/Build').OutputArtifacts.map((one: { Name: string }) => one.Name));
});

test('an identifier of a secondary artifact is one that CodeBuild takes', () => {
  const { artifacts } = specOf({ commands: ['make'], outputs: { docs: 'docs' } });
  for (const identifier of Object.keys(artifacts['secondary-artifacts'])) expect(identifier).toMatch(/^[A-Za-z0-9_]{1,127}$/);
});

test('no output means no artifact', () => {
  const rendered = renderedOf({ commands: ['make'] });
  expect(rendered.action('Stage/Build').OutputArtifacts).toBeUndefined();
  expect(JSON.parse(rendered.only('AWS::CodeBuild::Project').Source.BuildSpec).artifacts).toBeUndefined();
});

test('reports, cache and exported variables are asked for', () => {
  expect(specOf({
    commands: ['make'], reports: [Report.junit('reports/*.xml'), Report.cobertura('coverage.xml')], cachePaths: ['node_modules/**'], exportedVariables: ['VERSION'],
  })).toMatchObject({
    reports: {
      junit: { 'files': ['reports/*.xml'], 'file-format': 'JUNITXML' },
      cobertura: { 'files': ['coverage.xml'], 'file-format': 'COBERTURAXML' },
    },
    cache: { paths: ['node_modules/**'] },
    env: { 'exported-variables': ['VERSION'] },
  });
});

test.each([
  ['junit', Report.junit('a.xml'), 'BatchPutTestCases'],
  ['cobertura', Report.cobertura('a.xml'), 'BatchPutCodeCoverages'],
])('reports of %s go to groups of the project\'s name, and nowhere else', (group, report, put) => {
  const rendered = renderedWith(Test.codeBuild('Unit', { commands: ['make'], reports: [report] }));
  const statements = statementsOf(rendered.role(rendered.only('AWS::CodeBuild::Project').ServiceRole));
  expect(statements.filter(one => /report/i.test(JSON.stringify(one)))).toEqual([{
    Action: ['codebuild:CreateReportGroup', 'codebuild:CreateReport', 'codebuild:UpdateReport', `codebuild:${put}`],
    Resource: `arn:aws:codebuild:eu-west-1:111111111111:report-group/Web-Stage-Unit-${group}`,
  }]);
});

test('two reports of a format are both kept', () => {
  const { reports } = specOf({ commands: ['make'], reports: [Report.junit('unit/*.xml'), Report.junit('browser/*.xml')] });
  expect(Object.values<{ files: string[] }>(reports).flatMap(report => report.files)).toEqual(['unit/*.xml', 'browser/*.xml']);
});

test('more than five reports are refused', () => {
  const all = [Report.junit, Report.cucumber, Report.nunit, Report.testNg, Report.visualStudio, Report.clover];
  expect(refusalOf(() => renderedOf({ commands: ['make'], reports: all.map(report => report('x')) }))).toMatch(/5|five/);
});

test.each([
  [Report.junit, 'JUNITXML'], [Report.cucumber, 'CUCUMBERJSON'], [Report.nunit, 'NUNIT3XML'], [Report.testNg, 'TESTNGXML'], [Report.visualStudio, 'VISUALSTUDIOTRX'],
  [Report.clover, 'CLOVERXML'], [Report.cobertura, 'COBERTURAXML'], [Report.jacoco, 'JACOCOXML'], [Report.simpleCov, 'SIMPLECOV'],
])('a report says its format as a buildspec does: %p', (make, format) => {
  expect(make('files')).toMatchObject({ format, files: 'files' });
});

describe('a whole buildspec', () => {
  test('is kept, and what the step promises is added', () => {
    const buildspec = codebuild.BuildSpec.fromObject({ version: '0.2', env: { variables: { A: '1' } }, phases: { build: { commands: ['make'] } } });
    expect(specOf({ buildspec, output: 'dist', exportedVariables: ['VERSION'] })).toEqual({
      version: '0.2',
      env: { 'variables': { A: '1' }, 'exported-variables': ['VERSION'] },
      phases: { build: { commands: ['make'] } },
      artifacts: files('dist'),
    });
  });

  test('of a file is named', () => {
    const rendered = renderedOf({ buildspec: codebuild.BuildSpec.fromSourceFilename('ci/build.yml'), output: '.' });
    expect(rendered.only('AWS::CodeBuild::Project').Source.BuildSpec).toBe('ci/build.yml');
    expect(rendered.action('Stage/Build').OutputArtifacts).toEqual([{ Name: 'Build' }]);
  });

  test('together with commands is refused', () => {
    expect(refusalOf(() => renderedOf({ buildspec: codebuild.BuildSpec.fromSourceFilename('b.yml'), commands: ['make'] }))).toContain('The step has both `commands` and `buildspec`.');
  });
});

test('a build with nothing to run is refused', () => {
  expect(refusalOf(() => renderedOf({}))).toMatch(/The step has nothing to run[^]*where: Build/);
  expect(refusalOf(() => renderedOf({ commands: [] }))).toContain('The step has nothing to run.');
});

test('a buildspec that nothing can be added to is refused when there is something to add', () => {
  const buildspec = codebuild.BuildSpec.fromObjectToYaml({ version: '0.2', phases: { build: { commands: ['make'] } } });
  expect(refusalOf(() => renderedOf({ buildspec, output: 'dist' }))).toMatch(/has artifacts to add to it[^]*mend: [^]*fromObject/);
  expect(renderedOf({ buildspec }).only('AWS::CodeBuild::Project').Source.BuildSpec).toContain('commands:');
});

describe('a hyphen in the name of a step', () => {
  const named = (props: Partial<CodeBuildProps>) => Build.codeBuild('Web-App', { commands: ['make'], ...props });

  test('with one artifact is allowed', () => {
    expect(named({ output: 'dist' }).outputs.map(one => one.artifactName)).toEqual(['Web-App']);
  });

  test('with several artifacts is refused, for CodeBuild knows each by its name', () => {
    expect(refusalOf(() => named({ output: 'dist', outputs: { docs: 'docs' } }))).toMatch(/"Web-App" is one of several[^]*"Web_App"/);
    expect(refusalOf(() => named({ outputs: { docs: 'docs', api: 'api' } }))).toContain('"Web-App_docs" is one of several');
  });
});
