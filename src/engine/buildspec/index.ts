/**
 * CodeBuild's buildspecs: reading them, and running them in bash on this machine.
 *
 * Whoever calls passes all there is to know, the environment included; lines and phases are the only output.
 */
export { BuildspecError } from './buildspec-error';
export { buildspecOfCommands, type CommandsOptions } from './commands';
export { parseBuildspec } from './parse';
export { sweepPrivateFolders } from './private-folder';
export { runBuildspec } from './run';
export { type SecretReference, secretReference } from './secret-reference';
export * from './buildspec';
export * from './result';
