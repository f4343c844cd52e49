import { folder } from '../plan/fixtures/folder';
import { action, commands, source, stage, template } from '../plan/fixtures/template';

export const SOURCE = stage('Source', [source()]);
export const DEPLOY = stage('Deploy', [action({ Name: 'Web', type: 'Deploy/S3', InputArtifacts: [{ Name: 'Site' }], Configuration: { BucketName: 'site', Extract: 'true' } })]);
export const SITE = template([
  SOURCE,
  stage('Build', [commands('Make', ['mkdir dist', 'cp index.html dist/', 'echo made it'], { OutputArtifacts: [{ Name: 'Site', Files: ['dist/**/*'] }] })]),
  DEPLOY,
]);

/** A folder with an app in it, as `cdk synth` would leave it; the environment is that of the stacks. */
export function appIn(environment: string, ...templates: object[]): string {
  return folder({
    'index.html': '<h1>hi</h1>',
    'cdk.out/manifest.json': { artifacts: Object.fromEntries(templates.map((_, index) => [`S${index}`, { type: 'aws:cloudformation:stack', environment, properties: { templateFile: `S${index}.json` } }])) },
    ...Object.fromEntries(templates.map((one, index) => [`cdk.out/S${index}.json`, one])),
  });
}

export function app(...templates: object[]): string {
  return appIn('aws://222222222222/eu-west-1', ...templates);
}
