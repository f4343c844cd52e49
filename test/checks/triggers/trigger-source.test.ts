import { actionIn, findingsAfter, idsAfter, type Json } from '../fixture';
import { trigger } from './git';

const [ROOT, GIT] = [['Resources', 'Pipeline', 'Properties', 'Triggers', 0], ['GitConfiguration', 'SourceActionName']];

test.each<[string, Json, string, (string | number)[], string?]>([
  ['of another provider', { ...trigger(), ProviderType: 'GitHub' }, 'The trigger\'s provider is "GitHub".', ['ProviderType']],
  ['without a provider', { GitConfiguration: { SourceActionName: 'Shop' } }, 'The trigger has no ProviderType.', []],
  ['without a configuration', { ProviderType: 'CodeStarSourceConnection' }, 'The trigger has no GitConfiguration.', []],
  ['without a source', { ...trigger(), GitConfiguration: {} }, 'The trigger names no source action.', ['GitConfiguration']],
  ['of a source that is misspelt', trigger({ SourceActionName: 'Shopp' }), 'The first stage has no action "Shopp".', GIT, 'Did you mean "Shop"?'],
  ['of an action of another stage', trigger({ SourceActionName: 'Compile' }), 'The first stage has no action "Compile".', GIT],
])('a trigger %s is found', (_, wrong, message, path, mend = '') => {
  const found = findingsAfter(pipeline => { pipeline.Triggers = [wrong]; });
  expect(found).toEqual([expect.objectContaining({ id: 'conveyor:trigger-source', severity: 'error', message, path: [...ROOT, ...path], ...(mend && { mend }) })]);
});

test('a source without a connection is found', () => {
  const found = findingsAfter(pipeline => {
    pipeline.Stages[0].Actions[0].ActionTypeId.Provider = 'CodeCommit';
    pipeline.Stages[0].Actions[0].Configuration = { RepositoryName: 'shop', BranchName: 'main', PollForSourceChanges: 'false' };
    pipeline.Triggers = [trigger()];
  });
  expect(found.map(({ message }) => message)).toEqual(['The action "Shop" is no source with a connection: its provider is "CodeCommit".']);
});

test('two triggers of one source are found at the second', () => {
  const [found, ...others] = findingsAfter(pipeline => { pipeline.Triggers = [trigger(), trigger()]; });
  expect(found).toMatchObject({ id: 'conveyor:trigger-source', message: 'Two triggers belong to the source "Shop".', path: [...ROOT.slice(0, -1), 1, ...GIT] });
  expect(others).toEqual([]);
});

test('what is not known is not', () => {
  const parameters = { Name: { Type: 'String', Default: 'Nobody' } };
  expect(idsAfter((pipeline, template) => {
    template.Parameters = parameters;
    pipeline.Triggers = [trigger({ SourceActionName: { Ref: 'Name' } })];
  })).toEqual([]);
  expect(idsAfter((pipeline, template) => {
    template.Parameters = parameters;
    actionIn(pipeline, 'Source/Shop').Name = { Ref: 'Name' };
    pipeline.Triggers = [trigger({ SourceActionName: 'Else' })];
  })).toEqual([]);
  expect(idsAfter(pipeline => {
    pipeline.Stages[0].Actions.push({ 'Fn::Transform': { Name: 'Sources' } });
    pipeline.Triggers = [trigger({ SourceActionName: 'Else' })];
  })).toEqual([]);
  expect(idsAfter(pipeline => { pipeline.Triggers = [{ 'Fn::Transform': { Name: 'Triggers' } }]; })).toEqual([]);
});
