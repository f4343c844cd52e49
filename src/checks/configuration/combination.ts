import type { Check } from '../check';
import { cloudFormation } from './combinations/cloudformation';
import { codeBuild } from './combinations/codebuild';
import type { Combination } from './combinations/combination';
import { ec2 } from './combinations/ec2';
import { ecsBlueGreen } from './combinations/ecs-blue-green';
import { eks } from './combinations/eks';
import { inspector } from './combinations/inspector';
import { lambdaDeploy } from './combinations/lambda';
import { s3Deploy } from './combinations/s3';
import { serviceCatalog } from './combinations/service-catalog';
import { stackInstances, stackSet } from './combinations/stack-sets';
import { stepFunctions } from './combinations/step-functions';
import { configuredIn } from './configured';

/** By category and provider. */
const COMBINATIONS: Readonly<Record<string, Combination>> = {
  'Build CodeBuild': codeBuild,
  'Deploy CloudFormation': cloudFormation,
  'Deploy CloudFormationStackInstances': stackInstances,
  'Deploy CloudFormationStackSet': stackSet,
  'Deploy CodeDeployToECS': ecsBlueGreen,
  'Deploy EC2': ec2,
  'Deploy EKS': eks,
  'Deploy Lambda': lambdaDeploy,
  'Deploy S3': s3Deploy,
  'Deploy ServiceCatalog': serviceCatalog,
  'Invoke InspectorScan': inspector,
  'Invoke StepFunctions': stepFunctions,
};

export const CONFIGURATION_COMBINATION: Check = {
  id: 'conveyor:configuration-combination',
  severity: 'error',
  title: 'A key is missing, or wrong, beside what else the configuration of an action says',
  why: 'CodePipeline refuses the pipeline, or the action fails.',
  mend: 'Give the action what it needs beside its other settings, as the provider\'s reference says.',
  * find(pipeline) {
    for (const action of configuredIn(pipeline)) {
      const key = `${action.row.category} ${action.row.provider}`;
      if (Object.hasOwn(COMBINATIONS, key)) yield* COMBINATIONS[key](action);
    }
  },
};
