import { CATALOG } from '../../src/catalog/catalog';
import { PermissionRequest, Provider } from '../../src/catalog/provider';
import { RULES } from '../../src/catalog/rules';
import { WITHOUT_RESOURCE } from '../../src/catalog/without-resource';

type Row = Pick<Provider, 'provider' | 'configuration' | 'permissions'>;

/** Configurations of a row: what it must have, all that it may have, and that with each value that can be listed. */
function configurations({ configuration }: Row): Record<string, string>[] {
  const keys = Object.entries(configuration);
  const all = Object.fromEntries(keys.map(([key, { values }]) => [key, values?.[0] ?? 'shop']));
  return [
    Object.fromEntries(Object.entries(all).filter(([key]) => configuration[key].required)),
    ...keys.flatMap(([key, { values = [] }]) => [all, ...values.map(value => ({ ...all, [key]: value }))]),
  ];
}

const request = (configuration: Record<string, string>): PermissionRequest => ({
  partition: 'aws', region: 'eu-west-1', account: '111111111111', pipelineName: 'Pipeline', configuration, arns: {},
});

test.each([...CATALOG, ...RULES].map((row: Row) => [row.provider, row] as const))('%s says why it names more than one thing', (_, row) => {
  const permissions = configurations(row).flatMap(one => row.permissions(request(one)));
  const unsaid = permissions.filter(({ actions, resources, why }) =>
    !why && resources.some(resource => resource.includes('*') && !(resource === '*' && actions.every(action => WITHOUT_RESOURCE.has(action)))));
  expect(unsaid).toEqual([]);
});
