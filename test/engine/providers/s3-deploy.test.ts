import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { deploy } from './deploy';
import { folder } from '../../plan/fixtures/folder';
import { action, source, stage, template } from '../../plan/fixtures/template';
import { runTemplate } from '../run';

const SOURCE = stage('Source', [source()]);

/** To the bucket that the template names so. */
const ship = (BucketName: unknown = 'site') => stage('Deploy', [
  action({ Name: 'Ship', type: 'Deploy/S3', InputArtifacts: [{ Name: 'Repo' }], Configuration: { BucketName, Extract: 'true' } }),
]);

test('extracts into the folder that stands for the bucket, and says so', async () => {
  const { end, home, lines } = await deploy('Deploy/S3', { BucketName: 'site', Extract: 'true' }, { 'index.html': 'hi', 'css/a.css': 'a' });
  expect(end).toMatchObject({
    status: 'Succeeded',
    fidelity: 'emulated',
    message: `2 files for the bucket site, in the folder ${path.join(home, 'out/site')}`,
    landings: [{ what: 'bucket site', path: path.join(home, 'out/site'), open: path.join(home, 'out/site/index.html'), latest: path.join(home, 'out/latest') }],
  });
  expect(lines('Ship')).toEqual([]);
  expect(readFileSync(path.join(home, 'out/latest/css/a.css'), 'utf8')).toBe('a');
  expect(realpathSync(path.join(home, 'out/latest'))).toBe(realpathSync(path.join(home, 'out/site')));
});

test('extracts below the key', async () => {
  const { home } = await deploy('Deploy/S3', { BucketName: 'site', Extract: 'true', ObjectKey: '/v1/' }, { 'index.html': 'hi' });
  expect(readdirSync(path.join(home, 'out/site/v1'))).toEqual(['index.html']);
});

test('names no page to open where there is none', async () => {
  const { end } = await deploy('Deploy/S3', { BucketName: 'site', Extract: 'true' }, { 'index.html/a': 'a folder' });
  expect(end.landings).toEqual([{ what: 'bucket site', path: expect.any(String), latest: expect.any(String) }]);
});

test.each([
  ['out', { 'b.txt': 'b', 'old/c.txt': 'c' }, '2 files from earlier deployments remain, as they would in S3 (rm -rf out/site to begin anew)'],
  ['out', { 'a.txt': 'a', 'b.txt': 'b' }, '1 file from earlier deployments remains, as it would in S3 (rm -rf out/site to begin anew)'],
  ['my out', { 'b.txt': 'b' }, "1 file from earlier deployments remains, as it would in S3 (rm -rf 'my out/site' to begin anew)"],
])('into %j says that files of an earlier deployment remain', async (name, files, line) => {
  const root = folder();
  const options = { home: path.join(root, 'home'), out: path.join(root, name), shownFrom: root };
  const shop = template([SOURCE, ship()]);
  expect((await runTemplate(shop, files, options)).lines('Ship')).toEqual([]);
  expect((await runTemplate(shop, { 'a.txt': 'a' }, options)).lines('Ship')).toEqual([line]);
});

test.each([
  ['its construct, where the template fixes no name', { Site5E85D2F7: 'App/Stack/Site' }, 'Site'],
  ['its name, where two constructs are called the same', { Site5E85D2F7: 'App/A/Site', Site6E85D2F7: 'App/B/Site' }, 'Site5E85D2F7'],
  ['its name, where it has no construct', { Site5E85D2F7: undefined }, 'Site5E85D2F7'],
])('calls a bucket by %s', async (_what, buckets, title) => {
  const resources = Object.fromEntries(Object.entries(buckets).map(([id, cdkPath]) => [id, { Type: 'AWS::S3::Bucket', Metadata: cdkPath && { 'aws:cdk:path': `${cdkPath}/Resource` } }]));
  const { ends, home } = await runTemplate(template([SOURCE, ship({ Ref: 'Site5E85D2F7' })], resources));
  expect(ends['Deploy/Ship'].landings[0]).toMatchObject({ what: `bucket ${title}`, path: path.join(home, 'out/Site5E85D2F7') });
});

test('calls a bucket by the name that the template fixes', async () => {
  const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme-site' }, Metadata: { 'aws:cdk:path': 'App/Stack/Web/Resource' } };
  expect((await runTemplate(template([SOURCE, ship({ Ref: 'Site' })], { Site: bucket }))).ends['Deploy/Ship'].landings[0].what).toBe('bucket acme-site');
});

test('places the archive itself under its key', async () => {
  const { home, end } = await deploy('Deploy/S3', { BucketName: 'site', Extract: 'false', ObjectKey: 'builds/{datetime}-{uuid}.zip' }, { 'index.html': 'hi' });
  expect(end.status).toBe('Succeeded');
  expect(readdirSync(path.join(home, 'out/site/builds'))).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+Z-[0-9a-f-]{36}\.zip$/)]);
});

test.each([['../../x', /outside the bucket/], [undefined, /ObjectKey is missing/]])('refuses the key %j', async (ObjectKey, message) => {
  const { end } = await deploy('Deploy/S3', { BucketName: 'site', Extract: 'false', ...(ObjectKey && { ObjectKey }) }, { a: 'a' });
  expect(end).toMatchObject({ status: 'Failed', message: expect.stringMatching(message) });
});

test('a bucket\'s name is never a way out', async () => {
  const { home } = await deploy('Deploy/S3', { BucketName: '../../evil', Extract: 'true' }, { a: 'a' });
  expect(readdirSync(path.join(home, 'out')).sort()).toEqual(['_-..-evil', 'latest']);
  expect(existsSync(path.join(home, '../../evil'))).toBe(false);
});

describe('links in what is deployed to a bucket', () => {
  const linked = async (link: string, to: string) => {
    const root = folder({ 'a/file.txt': 'text' });
    symlinkSync(to, path.join(root, link));
    return runTemplate(template([SOURCE, ship()]), {}, { sources: { Repo: root } });
  };

  test('become the files that they point to', async () => {
    const { home } = await linked('l.txt', 'a/file.txt');
    expect(lstatSync(path.join(home, 'out/site/l.txt')).isFile()).toBe(true);
    expect(readFileSync(path.join(home, 'out/site/l.txt'), 'utf8')).toBe('text');
  });

  test('to folders or to nothing are left out, and named', async () => {
    for (const to of ['a', 'nowhere']) {
      const { home, lines } = await linked('l', to);
      expect(lines('Ship')).toContain('left out: l is a link to no file of the artifact');
      expect(readdirSync(path.join(home, 'out/site'))).toEqual(['a']);
    }
  });
});

test('nothing is written through a link that stands in a bucket\'s folder', async () => {
  const out = folder();
  const elsewhere = folder();
  symlinkSync(elsewhere, path.join(out, 'site'));
  const { ends } = await runTemplate(template([SOURCE, ship()]), undefined, { out });
  expect(ends['Deploy/Ship']).toMatchObject({ status: 'Failed', message: expect.stringContaining('is a link, so nothing is written there') });
  expect(readdirSync(elsewhere)).toEqual([]);
});
