import { WEBHOOK } from '../../../src/checks/triggers/webhook';
import type { Json } from '../fixture';
import { foundBy, saidBy } from '../found-by';

const beside = (change: Json) => (_: Json, template: Json) => {
  template.Parameters = { Given: { Type: 'String', Default: '?' } };
  template.Resources.Hook = {
    Type: 'AWS::CodePipeline::Webhook',
    Properties: {
      Authentication: 'GITHUB_HMAC',
      AuthenticationConfiguration: { SecretToken: '{{resolve:secretsmanager:hook}}' },
      Filters: [{ JsonPath: '$.ref', MatchEquals: 'refs/heads/{Branch}' }],
      TargetPipeline: { Ref: 'Pipeline' },
      TargetAction: 'Shop',
      TargetPipelineVersion: { 'Fn::GetAtt': ['Pipeline', 'Version'] },
      ...change,
    },
  };
};

test.each<[Json, string, (string | number)[]]>([
  [{ TargetAction: 'Shopp' }, 'The first stage has no action "Shopp".', ['TargetAction']],
  [{ TargetAction: 'Compile' }, 'The first stage has no action "Compile".', ['TargetAction']],
  [{ Authentication: 'GITHUB' }, 'The authentication is "GITHUB".', ['Authentication']],
  [{ AuthenticationConfiguration: {} }, 'The authentication GITHUB_HMAC has no SecretToken.', ['AuthenticationConfiguration']],
  [{ Authentication: 'UNAUTHENTICATED' }, 'The authentication UNAUTHENTICATED has "SecretToken".', ['AuthenticationConfiguration', 'SecretToken']],
  [{ Authentication: 'IP', AuthenticationConfiguration: { AllowedIPRange: '192.0.2.1' } }, '"192.0.2.1" is no range of addresses.', ['AuthenticationConfiguration', 'AllowedIPRange']],
  [{ TargetAction: undefined }, 'The webhook has no TargetAction.', []],
  [{ Filters: undefined }, 'The webhook has no Filters.', []],
  [{ Filters: [] }, 'The webhook has no filter.', ['Filters']],
  [{ Filters: Array(6).fill({ JsonPath: '$.ref' }) }, 'The webhook has 6 filters.', ['Filters']],
  [{ Filters: [{ MatchEquals: 'x' }] }, 'The filter has no JsonPath.', ['Filters', 0]],
])('%j is found', (change, message, path) => {
  expect(foundBy(WEBHOOK, beside(change))).toEqual([expect.objectContaining({ severity: 'error', message, path: ['Resources', 'Hook', 'Properties', ...path] })]);
});

test.each<[Json]>([
  [{}],
  [{ TargetAction: { Ref: 'Given' } }],
  [{ Authentication: { Ref: 'Given' }, AuthenticationConfiguration: {} }],
  [{ Authentication: 'UNAUTHENTICATED', AuthenticationConfiguration: {} }],
  [{ Authentication: 'IP', AuthenticationConfiguration: { AllowedIPRange: '192.0.2.0/24' } }],
  [{ TargetPipeline: 'another', TargetAction: 'Nowhere' }],
  [{ Filters: { Ref: 'Given' } }],
])('%j is not', change => {
  expect(saidBy(WEBHOOK, beside(change))).toEqual([]);
});
