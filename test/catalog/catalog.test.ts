import { artifactAccess, artifactPrefix } from '../../src/catalog/artifact-access';
import { CATALOG, findProvider } from '../../src/catalog/catalog';
import { ARTIFACT_NAME, NAME, NAMESPACE, nearestName, VARIABLE_NAME } from '../../src/catalog/names';

describe('every provider', () => {
  test.each(CATALOG.map(row => [`${row.category}/${row.provider}`, row] as const))('%s is told of within what CodePipeline allows', (_name, row) => {
    expect(row.provider).toMatch(/^[0-9A-Za-z_-]{1,35}$/);
    expect(row.version).toMatch(/^\d{1,9}$/);
    expect(row.inputs.min).toBeLessThanOrEqual(row.inputs.max);
    expect(row.outputs.min).toBeLessThanOrEqual(row.outputs.max);
    for (const key of Object.keys(row.configuration)) expect(key.length).toBeLessThanOrEqual(50);
    expect(row.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/codepipeline\//);
  });

  test('stands in the catalog once', () => {
    const ids = CATALOG.flatMap(row => [row.category, row.alsoAs ?? []].flat().map(category => `${category}/${row.owner}/${row.provider}`));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is found by what an action says', () => {
    for (const row of CATALOG) expect(findProvider(row.category, row.owner, row.provider)).toBe(row);
    expect(findProvider('Test', 'AWS', 'CodeBuild')).toBe(findProvider('Build', 'AWS', 'CodeBuild'));
    expect(findProvider('Deploy', 'AWS', 'CodeBuild')).toBeUndefined();
    expect(findProvider('Build', 'Custom', 'CodeBuild')).toBeUndefined();
  });

  test('is a source if it gives an artifact of nothing', () => {
    for (const row of CATALOG) expect(row.category === 'Source').toBe(row.inputs.max === 0 && row.outputs.min === 1);
  });

  test('asks for no action by a pattern, and for no service but its own', () => {
    const configuration = Object.fromEntries(CATALOG.flatMap(row => Object.entries(row.configuration).map(([key, { values }]) => [key, values?.[0] ?? 'x'])));
    for (const row of CATALOG) {
      const permissions = row.permissions({ partition: 'aws', region: 'eu-west-1', account: '111111111111', pipelineName: 'Web', configuration, arns: {} });
      for (const action of permissions.flatMap(one => one.actions)) expect(action).toMatch(/^[a-z0-9-]+:[A-Z][A-Za-z]+$/);
    }
  });
});

describe('access to artifacts', () => {
  const at = { bucketArn: 'BUCKET', pipelineName: 'a-pipeline-with-a-long-name', keyArn: 'KEY', region: 'eu-west-1' };
  const throughS3 = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' };

  test('is within the pipeline\'s first 20 characters', () => {
    expect(artifactPrefix('a-pipeline-with-a-long-name')).toBe('a-pipeline-with-a-lo');
    expect(artifactPrefix('Web')).toBe('Web');
    expect(artifactAccess(at, true, false)[1]).toMatchObject({ actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: ['BUCKET/a-pipeline-with-a-lo/*'] });
  });

  test('is none for who neither reads nor writes', () => {
    expect(artifactAccess(at, false, false)).toEqual([]);
  });

  test('writes only for who writes', () => {
    expect(artifactAccess(at, false, true).slice(1)).toMatchObject([
      { actions: ['s3:PutObject'], resources: ['BUCKET/a-pipeline-with-a-lo/*'] },
      { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['KEY'] },
    ]);
  });

  test('uses the key through S3 alone, where the bucket is', () => {
    expect(artifactAccess(at, true, false)[2]).toEqual({ actions: ['kms:Decrypt'], resources: ['KEY'], conditions: { StringEquals: throughS3 } });
  });

  test('of a key that is only known by a pattern is held to the store by the encryption context', () => {
    expect(artifactAccess({ ...at, keyIsPattern: true }, true, false)[2])
      .toMatchObject({
        actions: ['kms:Decrypt'],
        resources: ['KEY'],
        conditions: { StringEquals: throughS3, StringLike: { 'kms:EncryptionContext:aws:s3:arn': ['BUCKET', 'BUCKET/*'] } },
      });
  });
});

describe('a name', () => {
  test.each([
    ['Deploy.to@eu-west_1', true], ['a', true], ['a'.repeat(100), true],
    ['', false], ['a'.repeat(101), false], ['two words', false], ['a/b', false], ['Übung', false],
  ])('of a pipeline, stage or action: %p is allowed: %p', (name, allowed) => {
    expect(NAME.pattern.test(name)).toBe(allowed);
  });

  test('of an artifact has neither . nor @', () => {
    expect(['Build-docs_1', 'a.b', 'a@b', ''].map(name => ARTIFACT_NAME.pattern.test(name))).toEqual([true, false, false, false]);
  });

  test('of a namespace or variable has no dot', () => {
    expect(['a@b-c_d', 'a.b'].map(name => NAMESPACE.pattern.test(name))).toEqual([true, false]);
    expect(['V'.repeat(128), 'V'.repeat(129)].map(name => VARIABLE_NAME.pattern.test(name))).toEqual([true, false]);
  });

  test.each([['My shop', 'My-shop'], [' a / b ', 'a-b'], ['', 'Pipeline'], ['x'.repeat(130), 'x'.repeat(100)]])('%p has %p as its nearest', (wrong, near) => {
    expect(nearestName(wrong)).toBe(near);
  });
});
