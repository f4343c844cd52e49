import { findingsAfter, idsAfter, type Json } from '../fixture';

const topics = (count: number) => (_: Json, template: Json) => {
  for (let index = 0; index < count; index++) template.Resources[`Topic${index}`] = { Type: 'AWS::SNS::Topic' };
};
const description = (characters: number) => (_: Json, template: Json) => { template.Metadata = { Text: 'x'.repeat(characters) }; };

test('more than 500 resources are found', () => {
  expect(findingsAfter(topics(500))).toEqual([expect.objectContaining({ id: 'conveyor:template-size', message: 'The template has 501 resources.' })]);
});

test('a template of more than a megabyte is found', () => {
  expect(findingsAfter(description(1024 * 1024))).toEqual([expect.objectContaining({
    id: 'conveyor:template-size', message: expect.stringMatching(/^The template has \d+ bytes/),
  })]);
});

test('it is told once, however many pipelines the template has', () => {
  expect(findingsAfter((pipeline, template) => {
    topics(500)(pipeline, template);
    template.Resources.Other = { Type: 'AWS::CodePipeline::Pipeline', Properties: { ...pipeline, Name: 'OtherPipeline', ArtifactStore: { Type: 'S3', Location: 'others' } } };
  }).filter(({ id }) => id === 'conveyor:template-size')).toHaveLength(1);
});

test.each([['500 resources', topics(499)], ['a template of nearly a megabyte', description(1024 * 1000)]])('%s are well', (_, change) => {
  expect(idsAfter(change)).toEqual([]);
});
