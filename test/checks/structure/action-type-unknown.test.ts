import { actionIn, findingsAfter, idsAfter, type Json } from '../fixture';

const typed = (path: string, type: Json) => (pipeline: Json) => { Object.assign(actionIn(pipeline, path).ActionTypeId, type); };

test.each<[Json, string, string]>([
  [{ Category: 'Deployment' }, 'The category is "Deployment".', 'Use one of Source, Build, Test, Deploy, Approval, Invoke, Compute.'],
  [{ Category: 'build' }, 'The category is "build".', 'Did you mean Build?'],
  [{ Category: 'Rule' }, 'The category is "Rule".', 'Use one of Source, Build, Test, Deploy, Approval, Invoke, Compute.'],
  [{ Owner: 'aws' }, 'The owner is "aws".', 'Did you mean AWS?'],
  [{ Provider: 'CodeBiuld' }, 'AWS has no provider "CodeBiuld" of the category Build.', 'Did you mean CodeBuild?'],
  [{ Provider: 'codebuild' }, 'AWS has no provider "codebuild" of the category Build.', 'Did you mean CodeBuild?'],
  [{ Category: 'Deploy' }, 'AWS has no provider "CodeBuild" of the category Deploy.', 'CodeBuild is known as category Build, owner AWS.'],
  [{ Owner: 'ThirdParty', Provider: 'Github' }, 'Nobody has a provider "Github".', 'It is spelt "GitHub"; better, use a connection: CodeStarSourceConnection, of the owner AWS.'],
  [{ Owner: 'ThirdParty', Provider: 'Bitbucket' }, 'Nobody has a provider "Bitbucket".', 'Use a connection: CodeStarSourceConnection, of the owner AWS.'],
  [{ Owner: 'ThirdParty', Provider: 'GitLab' }, 'Nobody has a provider "GitLab".', 'Use a connection: CodeStarSourceConnection, of the owner AWS.'],
  [{ Owner: 'ThirdParty' }, 'CodeBuild is a provider of AWS, and the owner is ThirdParty.', 'Make the owner AWS.'],
  [{ Version: '2' }, 'CodeBuild has no version "2".', 'Its version is "1".'],
])('%j is found', (type, message, mend) => {
  expect(findingsAfter(typed('Build/Compile', type))).toContainEqual(expect.objectContaining({
    id: 'conveyor:action-type-unknown', part: 'Build/Compile', message, mend,
  }));
});

test('AWS has no provider GitHub', () => {
  expect(findingsAfter(typed('Source/Shop', { Provider: 'GitHub' }))[0]).toMatchObject({
    message: 'AWS has no provider "GitHub" of the category Source.', mend: 'GitHub is known as category Source, owner ThirdParty.',
  });
});

test('what AWS has ended is found', () => {
  expect(findingsAfter(typed('Production/Site', { Provider: 'OpsWorks' }))).toContainEqual(expect.objectContaining({
    id: 'conveyor:action-type-unknown', message: 'OpsWorks ended in May 2024: nothing deploys there any more.',
  }));
});

test('GitHub "version 2" is a provider of another name', () => {
  expect(findingsAfter(typed('Source/Shop', { Owner: 'ThirdParty', Provider: 'GitHub', Version: '2' }))).toContainEqual(expect.objectContaining({
    mend: expect.stringContaining('CodeStarSourceConnection'),
  }));
});

test.each([[{ Provider: 'my provider' }, 'The provider "my provider" is not allowed.'], [{ Version: '1.0' }, 'The version "1.0" is not allowed.']])(
  'of a custom action, too, %j is found', (type, message) => {
    expect(findingsAfter(typed('Build/Compile', { Owner: 'Custom', Provider: 'Forge', ...type }))).toContainEqual(expect.objectContaining({ message }));
  },
);

test.each(['Category', 'Owner', 'Provider', 'Version'])('a type without %s is found', key => {
  expect(findingsAfter(pipeline => { delete actionIn(pipeline, 'Build/Compile').ActionTypeId[key]; })).toContainEqual(expect.objectContaining({
    id: 'conveyor:action-type-unknown', message: `The type of the action has no ${key}.`,
  }));
});

test('an action without a type is found', () => {
  expect(idsAfter(pipeline => { delete actionIn(pipeline, 'Build/Compile').ActionTypeId; })).toContain('action-type-unknown');
});

test.each<[Json]>([
  [{ Version: 1 }],
  [{ Category: 'Test' }],
  [{ Owner: 'Custom', Provider: 'Forge', Version: '12-a_b' }],
  [{ Owner: 'Custom' }],
  [{ Owner: 'ThirdParty', Provider: 'Forge' }],
  [{ Owner: 'ThirdParty', Provider: 'GitKraken' }],
  [{ Provider: { Ref: 'Late' } }],
  [{ Owner: { Ref: 'Late' }, Provider: 'Forge' }],
  [{ Category: { Ref: 'Late' } }],
  [{ Version: { Ref: 'Late' } }],
])('%j is well', type => {
  expect(idsAfter((pipeline, template) => {
    template.Parameters = { Late: { Type: 'String', Default: 'x y' } };
    typed('Build/Compile', type)(pipeline);
  })).toEqual([]);
});
