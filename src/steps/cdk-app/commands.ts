/** What the synth run does with the cloud assembly, as shell commands. */

/** The range in which a comparison can be asked for what broadens; one of the project's own is used when it is in it. */
const CDK = 'npx --yes --package \'aws-cdk@^2.1148.0\' -- cdk';

/**
 * Publishes asset manifests. `cdk-assets` reads only manifests that are older than itself, and `cdk publish-assets` asks for the
 * role that deploys: the library under both reads every manifest, and takes on nothing but the roles that publish.
 */
const PUBLISH = [
  'const { AssetManifest, AssetPublishing, DefaultAwsClient } = require("@aws-cdk/cdk-assets-lib");',
  'const progressListener = { onPublishEvent: (type, event) => console.log(`${type}: ${event.message}`) };',
  'const publish = file => new AssetPublishing(AssetManifest.fromPath(file), { aws: new DefaultAwsClient(), publishInParallel: true, progressListener }).publish();',
  'process.argv.slice(1).reduce((before, file) => before.then(() => publish(file)), Promise.resolve())',
  '.catch(error => { console.error(error.message); process.exitCode = 1; });',
].join('\n');

/** Names the execution to a run that may have to stop it. */
export const EXECUTION_VARIABLE = 'CONVEYOR_EXECUTION';

/** What is to be done once the assembly is there. */
export interface AfterSynth {
  /** the folder of the assembly */
  readonly assembly: string;
  /** the pipeline to keep up to date, with the path of its stack */
  readonly self?: { readonly pipelineName: string; readonly stack: string };
  /** asset manifests, relative to the assembly */
  readonly manifests: readonly string[];
  /** stages that somebody wants to know of whether they broaden permissions: variable → the paths of their stacks */
  readonly watched: ReadonlyMap<string, readonly string[]>;
}

/**
 * One command, for its parts decide over each other: a pipeline that has changed begins anew, and only one that has not
 * goes on to publish.
 */
export function afterSynth(todo: AfterSynth): string | undefined {
  const work = [
    ...[...todo.watched].map(([variable, stacks]) => compare(todo.assembly, variable, stacks)),
    ...(todo.manifests.length ? publish(todo.manifests.map(manifest => `${todo.assembly}/${manifest}`)) : []),
  ];
  if (!todo.self && !work.length) return undefined;
  const deliver = [':', ...work].join(' &&\n');
  return [
    'if [ -n "$CONVEYOR_LOCAL" ]; then',
    'echo "This is a run on a laptop: no assets are published, and the pipeline is not updated."',
    ...[...todo.watched.keys()].map(variable => `export ${variable}=yes`),
    'else',
    todo.self ? updateOr(deliver, todo.assembly, todo.self) : deliver,
    'fi',
  ].join('\n');
}

function publish(manifests: readonly string[]): string[] {
  return [
    'CONVEYOR_TOOLS=$(mktemp -d)',
    'npm install --silent --no-audit --no-fund --prefix "$CONVEYOR_TOOLS" \'@aws-cdk/cdk-assets-lib@1\'',
    `NODE_PATH="$CONVEYOR_TOOLS/node_modules" node -e ${quoted(PUBLISH)} ${manifests.map(quoted).join(' ')}`,
  ];
}

/** What cannot be compared counts as broader: then somebody is asked. */
function compare(assembly: string, variable: string, stacks: readonly string[]): string {
  return `if ${diff(assembly, stacks)} --exclusively --fail-on broadening; then export ${variable}=no; else export ${variable}=yes; fi`;
}

function updateOr(deliver: string, assembly: string, self: { readonly pipelineName: string; readonly stack: string }): string {
  const same = `${diff(assembly, [self.stack])} --fail`;
  const pipeline = quoted(self.pipelineName);
  return [
    `if ${same}; then`,
    deliver,
    // compared once more: a difference that stays would start the pipeline for ever
    `elif ${CDK} deploy ${quoted(self.stack)} --app ${quoted(assembly)} --require-approval never && ${same}; then`,
    'echo "The pipeline has been updated: it begins anew, and this execution ends here."',
    `aws codepipeline start-pipeline-execution --name ${pipeline} &&`,
    `{ aws codepipeline stop-pipeline-execution --pipeline-name ${pipeline} --pipeline-execution-id "$${EXECUTION_VARIABLE}" --reason "Updated itself" ||`,
    'echo "The update has ended this execution already."; }',
    'else',
    'echo "The pipeline could not be updated, or differs from what is deployed even after its update." >&2',
    'false',
    'fi',
  ].join('\n');
}

/** By templates: quick, and no change set is made. */
function diff(assembly: string, stacks: readonly string[]): string {
  return `${CDK} diff ${stacks.map(quoted).join(' ')} --app ${quoted(assembly)} --method template`;
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, '\'\\\'\'')}'`;
}
