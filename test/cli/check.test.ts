import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { conveyor } from './terminal';
import { actionIn, validTemplate, type Json } from '../checks/fixture';
import { folder } from '../plan/fixtures/folder';

function wrongTemplate(change: (pipeline: Json, template: Json) => void = pipeline => { actionIn(pipeline, 'Build/Compile').RunOrder = 0; }): Json {
  const template = validTemplate();
  change(template.Resources.Pipeline.Properties, template);
  return template;
}

/** `conveyor check` on files of a folder. */
function check(files: Record<string, unknown>, ...options: string[]) {
  return conveyor(['check', ...Object.keys(files), ...options], { cwd: folder(files) });
}

describe('conveyor check', () => {
  test('says of a valid pipeline that nothing is wrong', async () => {
    expect(await check({ 'shop.json': validTemplate() })).toEqual({ status: 0, out: 'no errors, no warnings\n', err: '' });
  });

  test('says what is wrong, the mend, and where: file, line and column', async () => {
    const { status, out } = await check({ 'shop.json': JSON.stringify(wrongTemplate(), undefined, 2) });
    expect(status).toBe(1);
    expect(out).toBe([
      'shop.json:66:29  error  conveyor:run-order',
      '  The run order is 0.',
      '  mend:  Use a whole number from 1 to 999; actions of a stage with the same number run side by side.',
      '  where: Shop/Build/Compile',
      '',
      '1 error, no warnings',
      '',
    ].join('\n'));
  });

  test('finds the place in YAML, under short tags too', async () => {
    const template = wrongTemplate();
    const { Stages: stages, ...rest } = template.Resources.Pipeline.Properties;
    const flow = (value: Json) => JSON.stringify(value);
    const yaml = [
      'Conditions:',
      '  Elsewhere: !Equals [!Ref AWS::Region, eu-west-1]',
      'Resources:',
      '  Pipeline:',
      '    Type: AWS::CodePipeline::Pipeline',
      '    Properties:',
      ...Object.entries(rest).map(([key, value]) => `      ${key}: ${flow(value)}`),
      '      Stages:',
      `        - ${flow(stages[0])}`,
      '        - !If',
      '          - Elsewhere',
      '          - Name: Build',
      '            Actions:',
      ...Object.entries(stages[1].Actions[0]).map(([key, value], index) => `              ${index ? ' ' : '-'} ${key}: ${flow(value)}`),
      `          - ${flow({ ...stages[1], Actions: [{ ...stages[1].Actions[0], RunOrder: 1 }] })}`,
      ...stages.slice(2).map((stage: Json) => `        - ${flow(stage)}`),
    ];
    const { out } = await check({ 'shop.yaml': yaml.join('\n') }, '--json');
    const [finding] = JSON.parse(out).findings;
    expect(finding).toMatchObject({ id: 'conveyor:run-order', file: 'shop.yaml', path: 'Resources/Pipeline/Properties/Stages/1/Fn::If/1/Actions/0/RunOrder' });
    expect(yaml[finding.line - 1].slice(finding.column - 1)).toBe('0');
  });

  test('gives the findings as JSON', async () => {
    const { out } = await check({ 'shop.json': wrongTemplate() }, '--json');
    expect(JSON.parse(out)).toEqual({
      errors: 1,
      warnings: 0,
      acknowledged: 0,
      findings: [expect.objectContaining({ id: 'conveyor:run-order', severity: 'error', file: 'shop.json', line: 1, part: 'Build/Compile' })],
    });
  });

  test('gives the findings as SARIF', async () => {
    const { out } = await check({ 'shop.json': wrongTemplate() }, '--sarif');
    const { version, runs: [{ tool, results }] } = JSON.parse(out);
    expect(version).toBe('2.1.0');
    expect(results).toEqual([expect.objectContaining({ ruleId: 'conveyor:run-order', level: 'error' })]);
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe('conveyor:run-order');
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('shop.json');
  });

  test('takes a finding that the template acknowledges as it is meant', async () => {
    const acknowledged = wrongTemplate((pipeline, template) => {
      actionIn(pipeline, 'Build/Compile').RunOrder = 0;
      template.Resources.Pipeline.Metadata = { conveyor: { acknowledge: { 'conveyor:run-order': 'a test of the service' } } };
    });
    const { status, out } = await check({ 'shop.json': acknowledged });
    expect(status).toBe(0);
    expect(out).toContain('acknowledged  conveyor:run-order');
    expect(out).toContain('reason: a test of the service');
  });

  test('reads several files, and an unusable one does not hide what the others have', async () => {
    const { status, out, err } = await check({ 'a.json': wrongTemplate(), 'b.json': {} });
    expect(status).toBe(2);
    expect(out).toContain('a.json:1:');
    expect(err).toBe('conveyor: b.json has no pipeline (no AWS::CodePipeline::Pipeline in any template): name a template or an assembly that has one\n');
  });
});

describe('input that is no template gets one line and exit status 2', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)].join('\n');

  test.each<[string, string | Buffer]>([
    ['an empty file', ''],
    ['blanks', '  \n\n'],
    ['a list', '[]'],
    ['a word', 'hello'],
    ['half a JSON', '{"Resources": {'],
    ['a YAML bomb', bomb],
    ['a bomb with a pipeline', `${bomb}\nResources:\n  P:\n    Type: AWS::CodePipeline::Pipeline\n    Properties: *i\n`],
    ['a template without a pipeline', '{"Resources": {"B": {"Type": "AWS::S3::Bucket"}}}'],
    ['resources that are a list', '{"Resources": []}'],
    ['binary data', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256))],
    ['zeros', Buffer.alloc(4096)],
    ['brackets without end', '['.repeat(200_000)],
    ['a pipeline without a bottom', `{"Resources":{"P":{"Type":"AWS::CodePipeline::Pipeline","Properties":${'{"a":'.repeat(150_000)}1${'}'.repeat(150_003)}`],
    ['nested deeply', `{"Resources": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['YAML nested deeply', `Resources: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['50 MB of JSON', Buffer.concat([Buffer.from('{"Resources": {"A": "'), Buffer.alloc(50_000_000, 'x'), Buffer.from('"}}')])],
  ])('%s', async (_, content) => {
    const cwd = folder();
    writeFileSync(path.join(cwd, 'template'), content);
    const { status, out, err } = await conveyor(['check', 'template'], { cwd });
    expect(out).toBe('');
    expect(err).toMatch(/^conveyor: template[^\n]+\n$/);
    expect(status).toBe(2);
  });

  test('a file that is not there', async () => {
    expect(await conveyor(['check', 'none.json'])).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/^conveyor: none\.json does not exist[^\n]*\n$/) });
  });
});
