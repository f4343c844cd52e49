export { BuildspecError } from './buildspec-error';
export { buildspecOfCommands, CommandsOptions } from './commands';
export { parseBuildspec } from './parse';
export { runBuildspec } from './run';
export { SecretReference, secretReference } from './secret-reference';
export * from './buildspec';
export * from './result';
