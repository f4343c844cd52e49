/** cdk-nag's AwsSolutions finds nothing open in any example. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acknowledgementsOf, findingsOf } from './findings';
import { ALL } from './judged';
import { exampleNames, root, synth } from '../../examples/synth';

const into = join('build', 'nag');
const assemblyOf = (example: string) => join(root, into, example);

beforeAll(async () => {
  await Promise.all(exampleNames().map(name => synth(name, into, 'test/nag/judged.ts')));
}, 120_000);

test.each(exampleNames())('%s has no open finding', example => {
  expect(findingsOf(assemblyOf(example), 'AwsSolutions')).toEqual([]);
});

test.each(exampleNames())('%s was judged: without acknowledgements there are findings', example => {
  const rules = findingsOf(assemblyOf(example), ALL).map(({ rule }) => rule);
  expect(rules).toContain('AwsSolutions-S1');
  expect(rules.filter(rule => rule.startsWith('AwsSolutions-IAM5[')).length).toBeGreaterThan(0);
});

test.each(exampleNames())('every acknowledgement of %s has a reason, and covers one finding', example => {
  const findings = findingsOf(assemblyOf(example), ALL);
  for (const { rule, path, reason } of acknowledgementsOf(assemblyOf(example)).filter(one => one.rule.startsWith('AwsSolutions-'))) {
    expect(reason).toMatch(/^[A-Z].{20,}\.$/);
    if (path.endsWith('/RolePolicy')) continue; // of this type of resource, AWS::IAM::RolePolicy, the pack knows nothing yet
    const covered = findings.filter(finding => finding.rule === rule && (finding.path === path || finding.path.startsWith(`${path}/`)));
    // who builds in images of their own says so once for a pipeline
    expect({ rule, path, covered: rule === 'AwsSolutions-CB5' ? Math.min(covered.length, 1) : covered.length }).toEqual({ rule, path, covered: 1 });
  }
});

test.each(exampleNames())('the templates of %s hold nothing of it', example => {
  const templates = readdirSync(assemblyOf(example), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.template.json'));
  expect(templates.length).toBeGreaterThan(0);
  for (const template of templates) expect(readFileSync(join(assemblyOf(example), template), 'utf8')).not.toMatch(/cdk_nag|acknowledged|AwsSolutions/);
});
