/**
 * Where an action's own role is allowed as much as with the L2, or more, and why. With both of the roles that work for an
 * action it is less everywhere: the L2 lets the role of every pipeline at all artifacts, and here it takes on roles and no more.
 */
export const NOT_FEWER: Readonly<Record<string, { readonly beyond: readonly string[]; readonly why: string }>> = {
  'GitHub (OAuth)': { beyond: [], why: 'the action has no role, on either side' },
  'Jenkins': { beyond: [], why: 'the action has no role, on either side' },
  'AlexaSkillsKit': { beyond: [], why: 'the action has no role, on either side' },
  'Manual, without a topic': { beyond: [], why: 'there is nothing to allow; the L2 makes a role for it all the same' },
  'Manual, with a topic': { beyond: [], why: 'it publishes to its one topic, on either side' },
  'CodePipeline': { beyond: [], why: 'it starts its one pipeline, on either side' },
  'StepFunctions': { beyond: [], why: 'it starts its one state machine and looks at that execution, on either side' },
  'CloudFormation, CHANGE_SET_EXECUTE': { beyond: [], why: 'it looks at its one stack and carries its change set out, on either side' },
  'CodeBuild': {
    beyond: ['s3:', 'kms:'],
    why: 'which role brings artifacts to the build is not documented: here the action\'s, to this pipeline\'s artifacts; with the L2 the pipeline\'s, to all',
  },
  'CodeBuild, a batch': { beyond: ['s3:', 'kms:'], why: 'the same' },
  'EC2': {
    beyond: ['s3:', 'kms:', 'logs:CreateLogGroup on own log-group'],
    why: 'the same, for the deploy spec in the artifact; and the L2 lacks logs:CreateLogGroup, which AWS documents',
  },
};
