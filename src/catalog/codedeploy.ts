/** Deployments of CodeDeploy. Source: its user guide, deployment-configurations and deployments-rollback-and-redeploy. */

const PERCENT = '10Percent';

export const PREDEFINED = 'CodeDeployDefault.';

export const PREDEFINED_CONFIGURATIONS: readonly string[] = [
  'AllAtOnce', 'HalfAtATime', 'OneAtATime',
  'ECSAllAtOnce', ...['1Minutes', '3Minutes'].map(every => `ECSLinear${PERCENT}Every${every}`), ...['5Minutes', '15Minutes'].map(wait => `ECSCanary${PERCENT}${wait}`),
  'LambdaAllAtOnce', ...['1Minute', '2Minutes', '3Minutes', '10Minutes'].map(every => `LambdaLinear${PERCENT}Every${every}`),
  ...['5Minutes', '10Minutes', '15Minutes', '30Minutes'].map(wait => `LambdaCanary${PERCENT}${wait}`),
].map(name => `${PREDEFINED}${name}`);

/** What takes a deployment back on its own. */
export const ROLLBACK_EVENTS = ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'];
