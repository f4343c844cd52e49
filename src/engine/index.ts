/** The room's face. */
export * from './events';
export { EngineError } from './engine-error';
export type { RunOptions } from './execution';
export type { ApprovalRequest, Ask } from './providers/provider-runner';
export { missingSources } from './providers/source';
export { readJournal } from './journal';
export { runPipeline, type ExecutionResult } from './run-pipeline';
export { shownPath } from './shown-path';
