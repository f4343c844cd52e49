/** docs/checks.md, from the checks: `npm run docs`. */
import { SUBJECTS, type Check } from '../src/checks';

/** The whole page. */
export function checksPage(): string {
  const all = Object.values(SUBJECTS).flat();
  const of = (severity: Check['severity']) => all.filter(check => check.severity === severity).length;
  return [
    '# Checks',
    '',
    `What a pipeline is held to: ${of('error')} errors (CodePipeline refuses it, or it cannot work) and ${of('warning')} warnings (it is only unwise).`,
    'Generated from [the checks](../src/checks) by `npm run docs`.',
    '',
    'They run whenever an app with a `DeliveryPipeline` is synthesized, on every pipeline in it, and from the command line on any template or assembly:',
    '',
    '```',
    'npx conveyor check template.yaml',
    'npx conveyor check cdk.out --sarif > conveyor.sarif',
    '```',
    '',
    'The exit status is 0 when nothing is wrong (warnings may stand, unless `--strict` is given), 1 with errors, 2 when a file cannot be used.',
    'What cannot be known before deployment (a parameter, an import, what AWS generates) is never wrong. Where conditions decide, every deployment that the template',
    'can become is looked at; a finding counts when it stands in each of them that has the part which it is about.',
    '',
    'A finding that shall stand is acknowledged with a reason, and the report goes on to show both. In an app, for a pipeline, or for one stage of it:',
    '',
    '```ts',
    'Validations.of(pipeline).acknowledge({ id: \'conveyor:polling-source\', reason: \'The bucket is not ours and sends no events\' });',
    'Validations.of(pipeline.pipeline.node.findChild(\'Test\')).acknowledge({ id: \'conveyor:deploy-without-rollback\', reason: \'Test is rebuilt every night\' });',
    '```',
    '',
    'In a template, in the metadata of the pipeline:',
    '',
    '```yaml',
    'Metadata:',
    '  conveyor:',
    '    acknowledge:',
    '      conveyor:polling-source: The bucket is not ours and sends no events',
    '```',
    '',
    ...Object.entries(SUBJECTS).flatMap(([subject, checks]) => checks.length ? [`## ${subject}`, '', ...checks.flatMap(section)] : []),
  ].join('\n').trimEnd() + '\n';
}

function section({ id, severity, title, why, mend, source }: Check): string[] {
  return [`### ${id}`, '', `*${severity}*: ${title}.`, '', why, '', `Mend: ${mend}${source ? ` ([reference](${source}))` : ''}`, ''];
}
