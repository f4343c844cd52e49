import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findingsOf } from '../../../src/checks';
import { KEY_TWICE } from '../../../src/checks/structure/key-twice';
import { positionsIn, readDeployments } from '../../../src/plan/read';
import { validTemplate } from '../fixture';

const folder = mkdtempSync(join(tmpdir(), 'key-twice-'));
afterAll(() => rmSync(folder, { recursive: true }));

function found(text: string) {
  const file = join(folder, 'template.yaml');
  writeFileSync(file, text);
  return findingsOf(readDeployments(file), [KEY_TWICE]).map(({ severity, message, path }) => ({ severity, message, ...positionsIn(text)(path) }));
}

const json = JSON.stringify(validTemplate(), undefined, 1);
const YAML = `Resources:
  Pipeline:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Name: shop
      Stages: []
      Name: store
  Topic:
    Type: AWS::SNS::Topic
    Properties: { TopicName: a, TopicName: b }
`;

test('each key that stands twice is told once, where the second stands', () => {
  expect(found(YAML)).toEqual([
    { severity: 'warning', message: 'The key "Name" stands there before.', line: 7, column: 13 },
    { severity: 'warning', message: 'The key "TopicName" stands there before.', line: 10, column: 44 },
  ]);
});

test('so it is in JSON', () => {
  expect(found(json.replace('"ExecutionMode"', '"PipelineType": "V2", "ExecutionMode"'))).toEqual([expect.objectContaining({ message: 'The key "PipelineType" stands there before.' })]);
});

test('the same key in different places is not', () => {
  expect(found(json)).toEqual([]);
});
