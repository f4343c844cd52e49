import { PREDEFINED, PREDEFINED_CONFIGURATIONS, ROLLBACK_EVENTS } from '../../catalog/codedeploy';
import { near } from '../../catalog/nearest';
import type { Declared } from '../../plan';
import type { Check, Problem } from '../check';
import { isFirstOfTemplate } from '../first-of-template';
import { shown } from '../known';

export const DEPLOYMENT_GROUP: Check = {
  id: 'conveyor:deployment-group',
  severity: 'error',
  title: 'A deployment group beside a pipeline names a configuration, or a reason to go back, that CodeDeploy does not have',
  why: 'CodeDeploy refuses the deployment group, and the pipeline has nothing to deploy to.',
  mend: 'Use one of the predefined configurations, or make one with AWS::CodeDeploy::DeploymentConfig.',
  source: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html',
  * find(pipeline, plan) {
    if (!isFirstOfTemplate(pipeline, plan)) return;
    for (const { declared } of plan.resources.ofType('AWS::CodeDeploy::DeploymentGroup', pipeline.file)) {
      const configuration = declared.at('DeploymentConfigName');
      if (configuration.text?.startsWith(PREDEFINED)) yield* oneOf(configuration, PREDEFINED_CONFIGURATIONS, 'configuration');
      for (const event of declared.at('AutoRollbackConfiguration', 'Events').items) yield* oneOf(event, ROLLBACK_EVENTS, 'reason to go back');
    }
  },
};

function* oneOf(at: Declared, known: readonly string[], what: string): Generator<Problem> {
  if (at.text === undefined || known.includes(at.text)) return;
  const meant = near(at.text, known);
  yield { at, wrong: `CodeDeploy has no ${what} ${shown(at.text)}.`, mend: meant ? `Did you mean "${meant}"?` : `Use one of ${known.join(', ')}.` };
}
