/** `npm run proof`: what was asked of every role of every example, and how much is allowed here and with the L2. */

import { compare, total } from './compared-with-l2';
import { NOT_FEWER } from './equal-to-l2';
import { readExamples } from './examples';
import { ACTION_INTENTS, SOURCE_INTENTS } from './intents';
import { neededVerdicts, otherVerdicts, Verdict } from './verdicts';

const table = (rows: readonly (readonly (string | number)[])[]) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => String(row[column]).length)));
  return rows.map(row => row.map((cell, column) => typeof cell === 'number' ? String(cell).padStart(widths[column]) : cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n');
};

function byFamily(verdicts: readonly Verdict[], right: (verdict: Verdict) => boolean): (string | number)[][] {
  const families = [...new Set(verdicts.map(({ family }) => family))].sort();
  const row = (name: string, of: readonly Verdict[]) => [name, of.filter(right).length, 'of', of.length];
  return [...families.map(family => row(family, verdicts.filter(one => one.family === family))), row('all', verdicts)];
}

async function prove(): Promise<number> {
  const [needed, others]: [Verdict[], Verdict[]] = [[], []];
  for (const example of await readExamples('proof-print')) {
    needed.push(...await neededVerdicts(example));
    others.push(...await otherVerdicts(example));
  }
  console.log(`Needed calls, allowed\n${table(byFamily(needed, ({ allowed }) => allowed))}\n`);
  console.log(`Other calls, denied\n${table(byFamily(others, ({ allowed }) => !allowed))}\n`);
  const wrong = [...needed.filter(({ allowed }) => !allowed), ...others.filter(({ allowed }) => allowed)];
  for (const { who, call } of wrong) console.log(`WRONG  ${who}: ${call}`);

  const rows: (string | number)[][] = [];
  for (const intent of [...SOURCE_INTENTS, ...ACTION_INTENTS]) {
    const { provider, ours, theirs } = await compare(intent);
    rows.push([provider, total(ours), total(theirs), ours.action.size, theirs.action.size, NOT_FEWER[provider]?.why ?? '']);
  }
  const sum = (column: number) => rows.reduce((all, row) => all + Number(row[column]), 0);
  console.log(`Allowed pairs of an action and a class of resources: both roles that work for the action, and the action's own alone\n${table([
    ['', 'here', 'L2', 'own, here', 'own, L2', ''], ...rows, ['all', sum(1), sum(2), sum(3), sum(4), ''],
  ])}`);
  return wrong.length || rows.some(row => row[1] >= row[2]) ? 1 : 0;
}

prove().then(
  status => {
    process.exitCode = status;
  },
  (error: Error) => {
    console.error(error.stack);
    process.exitCode = 1;
  },
);
