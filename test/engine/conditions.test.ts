import { judge } from '../../src/engine/conditions';
import { Variables } from '../../src/engine/variables';
import { Declared } from '../../src/plan';

const rule = (provider: string, configuration: Record<string, string> = {}) => ({ declared: Declared.NOTHING, name: 'R', provider, configuration, commands: [], inputs: [] });

function verdict(configuration: Record<string, string>) {
  const variables = new Variables();
  variables.set('Src', { Branch: 'main' });
  return judge('beforeEntry', [{ declared: Declared.NOTHING, result: 'SKIP', rules: [rule('VariableCheck', configuration)] }], variables, () => undefined);
}

test.each([
  ['EQ', 'main', true], ['EQ', 'dev', false], ['NE', 'dev', true], ['CONTAINS', 'ai', true], ['MATCHES', 'ma.*', true], ['MATCHES', 'ai', false],
])('a variable check %s %s: %s', (Operator, Value, holds) => {
  expect(verdict({ Variable: '#{Src.Branch}', Value, Operator }).holds).toBe(holds);
});

test('a check that does not hold gives its condition\'s result and the reason', () => {
  expect(verdict({ Variable: '#{Src.Branch}', Value: 'dev', Operator: 'EQ' })).toEqual({ holds: false, result: 'SKIP', message: 'beforeEntry: the rule R did not hold: "main" EQ "dev"' });
});

test.each<Record<string, string>>([{ Operator: 'LIKE' }, { Operator: 'MATCHES', Value: '(' }, { Variable: '#{No.Such}' }])('a check that cannot be made does not hold: %j', configuration => {
  expect(verdict({ Variable: 'x', Value: 'x', ...configuration }).holds).toBe(false);
});

test('a rule that only AWS can judge counts as met and says so', () => {
  const reports: unknown[] = [];
  expect(judge('onSuccess', [{ declared: Declared.NOTHING, result: 'ROLLBACK', rules: [rule('CloudWatchAlarm')] }], new Variables(), judged => reports.push(judged))).toEqual({ holds: true });
  expect(reports).toEqual([expect.objectContaining({ fidelity: 'skipped', message: 'CloudWatchAlarm is not judged on this machine and counts as met' })]);
});
