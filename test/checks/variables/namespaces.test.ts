import type { Check } from '../../../src/checks';
import { NAMESPACE_IS_ARTIFACT } from '../../../src/checks/variables/namespace-is-artifact';
import { NAMESPACE_NOT_ALLOWED } from '../../../src/checks/variables/namespace-not-allowed';
import { NAMESPACE_RESERVED } from '../../../src/checks/variables/namespace-reserved';
import { NAMESPACE_TWICE } from '../../../src/checks/variables/namespace-twice';
import { actionIn, idsAfter } from '../fixture';
import { foundBy, OTHER_UNKNOWN, pathTo, saidBy, UNKNOWN } from '../found-by';

const PATH = pathTo('Stages', 1, 'Actions', 0, 'Namespace');

test.each<[Check, unknown, string]>([
  [NAMESPACE_NOT_ALLOWED, 'my.build', 'The namespace "my.build" is not allowed.'],
  [NAMESPACE_NOT_ALLOWED, 'a b', 'The namespace "a b" is not allowed.'],
  [NAMESPACE_NOT_ALLOWED, '', 'The namespace "" is not allowed.'],
  [NAMESPACE_NOT_ALLOWED, 'x'.repeat(101), `The namespace "${'x'.repeat(60)}…" is not allowed.`],
  [NAMESPACE_TWICE, 'Shop', 'The namespace "Shop" is that of Shop already.'],
  [NAMESPACE_RESERVED, 'codepipeline', 'The namespace "codepipeline" is reserved.'],
  [NAMESPACE_RESERVED, 'variables', 'The namespace "variables" is reserved.'],
  [NAMESPACE_IS_ARTIFACT, 'ShopSite', 'The namespace "ShopSite" is the name of an artifact, too.'],
])('$id finds the namespace %j', (check, namespace, message) => {
  expect(foundBy(check, pipeline => {
    actionIn(pipeline, 'Build/Compile').Namespace = namespace;
  })).toEqual([expect.objectContaining({ severity: 'error', part: 'Build/Compile', message, path: PATH })]);
});

test.each<[unknown]>([['Build@Compile_2-x'], ['x'.repeat(100)], ['Variables'], ['shopsite'], [2024], [UNKNOWN], [undefined]])('the namespace %j is not found', namespace => {
  for (const check of [NAMESPACE_NOT_ALLOWED, NAMESPACE_TWICE, NAMESPACE_RESERVED, NAMESPACE_IS_ARTIFACT]) {
    expect(saidBy(check, pipeline => {
      actionIn(pipeline, 'Build/Compile').Namespace = namespace;
    })).toEqual([]);
  }
});

test('two namespaces that are unknown may differ', () => {
  expect(saidBy(NAMESPACE_TWICE, pipeline => {
    actionIn(pipeline, 'Build/Compile').Namespace = UNKNOWN;
    actionIn(pipeline, 'Source/Shop').Namespace = OTHER_UNKNOWN;
  })).toEqual([]);
});

test('two namespaces that are the same reference do not', () => {
  expect(saidBy(NAMESPACE_TWICE, pipeline => {
    actionIn(pipeline, 'Build/Compile').Namespace = UNKNOWN;
    actionIn(pipeline, 'Source/Shop').Namespace = UNKNOWN;
  })).toEqual(['The namespace "${ImportValue told-elsewhere}" is that of Shop already.']);
});

test('a namespace that is the same reference as an artifact\'s name is found', () => {
  expect(saidBy(NAMESPACE_IS_ARTIFACT, pipeline => {
    actionIn(pipeline, 'Build/Compile').Namespace = UNKNOWN;
    actionIn(pipeline, 'Build/Compile').OutputArtifacts = [{ Name: UNKNOWN }];
  })).toEqual(['The namespace "${ImportValue told-elsewhere}" is the name of an artifact, too.']);
});

test.each(['codepipeline', 'variables'])('of the reserved namespace %s is said just that', namespace => {
  expect(idsAfter(pipeline => {
    pipeline.Variables = [{ Name: 'Stage' }];
    actionIn(pipeline, 'Build/Compile').Namespace = namespace;
    actionIn(pipeline, 'Build/Compile').Configuration.EnvironmentVariables = '[{"name":"A","value":"#{variables.Stage} #{codepipeline.PipelineExecutionId}"}]';
  })).toEqual(['namespace-reserved']);
});
