/** docs/providers.md, from the catalog: `npm run docs`. */
import { CATALOG } from '../src/catalog/catalog';
import { Permission, Provider } from '../src/catalog/provider';
import { RULES } from '../src/catalog/rules';

/** The whole page. */
export function providersPage(): string {
  const categories = [...new Set(CATALOG.map(row => row.category))];
  return [
    '# Providers',
    '',
    'What CodePipeline can do, and what an action of each provider gets: generated from [the catalog](../src/catalog) by `npm run docs`.',
    '',
    'Beside the statements below, an action that reads or writes artifacts may do so under its pipeline\'s own prefix, and use the store\'s key for it.',
    '`‹Key›` is the value of a key of the configuration, `‹name›` what the factory is given; a statement marked *optional* is granted only with the optional configuration that needs it.',
    '',
    ...categories.flatMap(category => CATALOG.filter(row => row.category === category).flatMap(section)),
    '## Rules',
    '',
    '| provider | configuration | may skip a stage | permissions |',
    '|---|---|---|---|',
    ...RULES.map(rule => `| ${rule.provider} | ${keys(rule.configuration)} | ${rule.maySkip ? 'yes' : 'no'} | ${
      statements(rule, Object.keys(rule.configuration)).map(spoken).join('<br>') || 'none'} |`),
    '',
  ].join('\n');
}

function section(row: Provider): string[] {
  const all = statements(row, Object.keys(row.configuration));
  const least = new Set(statements(row, Object.entries(row.configuration).filter(([, key]) => key.required).map(([name]) => name)).map(spoken));
  const bounds = ({ min, max }: Provider['inputs']) => min === max ? `${min}` : `${min}–${max}`;
  return [
    `## ${row.category}${row.alsoAs ? ` and ${row.alsoAs}` : ''}: ${row.provider}`,
    '',
    `- by ${(row.factories ?? []).map(factory => `\`${factory}\``).join(', ')}`,
    `- owner ${row.owner}, version ${row.version}${row.pipelineType ? `, only in ${row.pipelineType} pipelines` : ''}`,
    `- artifacts: ${bounds(row.inputs)} in, ${bounds(row.outputs)} out`,
    `- configuration: ${keys(row.configuration) || 'none'}`,
    `- variables: ${row.variables === '*' ? 'what the action\'s own work exports' : row.variables.join(', ') || 'none'}`,
    `- [reference](${row.source})`,
    '',
    ...(all.length
      ? ['| may do | on |', '|---|---|', ...all.map(one => `| ${one.actions.join('<br>')}${least.has(spoken(one)) ? '' : '<br>*optional*'} | ${target(one)} |`)]
      : ['No permission of its own.']),
    '',
  ];
}

function keys(configuration: Provider['configuration']): string {
  return Object.entries(configuration)
    .map(([name, { required, values }]) => `${required ? `**${name}**` : name}${values ? ` (${values.join(', ')})` : ''}`)
    .join(', ');
}

/** The statements of a row whose configuration has these keys. */
function statements(row: Pick<Provider, 'configuration' | 'permissions'>, given: readonly string[]): readonly Permission[] {
  return row.permissions({
    partition: 'aws',
    region: 'REGION',
    account: 'ACCOUNT',
    pipelineName: 'PIPELINE',
    configuration: Object.fromEntries(given.map(name => [name, row.configuration[name].values?.[0] ?? `‹${name}›`])),
    arns: given.length === Object.keys(row.configuration).length ? new Proxy({}, { get: (_, name) => [`‹${String(name)}›`] }) : {},
  });
}

function spoken(one: Permission): string {
  return `${one.actions.join(', ')} → ${target(one)}`;
}

function target({ resources, conditions }: Permission): string {
  return [resources.map(resource => `\`${resource}\``).join('<br>'), ...(conditions ? [`if \`${JSON.stringify(conditions)}\``] : [])].join('<br>');
}
