/** What EventBridge is told of pipelines. Source: CodePipeline's user guide, detect-state-changes-cloudwatch-events. */

export const PIPELINE_EVENTS: Readonly<Record<string, readonly string[]>> = {
  'CodePipeline Pipeline Execution State Change': ['STARTED', 'SUCCEEDED', 'FAILED', 'RESUMED', 'STOPPING', 'STOPPED', 'SUPERSEDED', 'CANCELED'],
  'CodePipeline Stage Execution State Change': ['STARTED', 'SUCCEEDED', 'FAILED', 'RESUMED', 'STOPPING', 'STOPPED', 'CANCELED'],
  'CodePipeline Action Execution State Change': ['STARTED', 'SUCCEEDED', 'FAILED', 'ABANDONED', 'CANCELED'],
};
