import { findingsAfter, idsAfter, type Json } from '../fixture';
import { CHECK, hook, production, ROOT } from './stage';

const typed = (RuleTypeId: Json) => production({ BeforeEntry: hook('FAIL', [{ ...CHECK, RuleTypeId }]), OnFailure: { Result: 'ROLLBACK' } });
const TYPE = { Category: 'Rule', Owner: 'AWS', Provider: 'VariableCheck', Version: '1' };
const RULE = [...ROOT, 'BeforeEntry', 'Conditions', 0, 'Rules', 0];

test.each<[Json, string, string[], string?]>([
  [{ ...TYPE, Provider: 'VariablesCheck' }, 'No kind of rule is called "VariablesCheck".', ['RuleTypeId', 'Provider'], 'Did you mean "VariableCheck"?'],
  [{ ...TYPE, Provider: 'Weather' }, 'No kind of rule is called "Weather".', ['RuleTypeId', 'Provider']],
  [{ ...TYPE, Category: 'Build' }, 'The category of the rule\'s type is "Build".', ['RuleTypeId', 'Category'], 'Write Category: "Rule".'],
  [{ ...TYPE, Owner: 'Custom' }, 'The owner of the rule\'s type is "Custom".', ['RuleTypeId', 'Owner']],
  [{ ...TYPE, Version: 2 }, 'The version of the rule\'s type is "2".', ['RuleTypeId', 'Version']],
  [{ Category: 'Rule' }, 'The type of the rule has no Provider.', ['RuleTypeId']],
  [{ Provider: 'VariableCheck' }, 'The type of the rule has no Category.', ['RuleTypeId']],
  [undefined, 'The rule has no type.', []],
])('%j is found', (type, message, path, mend = '') => {
  const found = findingsAfter(typed(type));
  expect(found).toEqual([expect.objectContaining({ id: 'conveyor:rule-provider-unknown', severity: 'error', message, path: [...RULE, ...path], ...(mend && { mend }) })]);
});

test.each<[Json]>([[TYPE], [{ Category: 'Rule', Provider: 'VariableCheck' }], [{ ...TYPE, Version: 1 }], [{ ...TYPE, Provider: { Ref: 'Given' } }], [{ 'Fn::Transform': { Name: 'Type' } }]])('%j is not', type => {
  expect(idsAfter(typed(type))).toEqual([]);
});
