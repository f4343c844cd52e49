import { CONFIGURATION_COMBINATION } from '../../../src/checks/configuration/combination';
import { foundBy, pathTo, saidBy } from '../found-by';
import { having } from './action';

const said = (type: string, configuration: unknown, inputs?: string[]) => saidBy(CONFIGURATION_COMBINATION, having({ type, configuration, inputs }));

const ROLE = 'arn:aws:iam::111111111111:role/deploy';
const TEMPLATE = 'ShopSource::template.yaml';
const STRATEGY = { FunctionAlias: 'live' };

test.each<[string, unknown, string[]]>([
  ['Deploy CloudFormation', { ActionMode: 'CREATE_UPDATE' },
    ['CloudFormation needs TemplatePath and RoleArn in the mode CREATE_UPDATE.']],
  ['Deploy CloudFormation', { ActionMode: 'REPLACE_ON_FAILURE', RoleArn: ROLE }, ['CloudFormation needs TemplatePath in the mode REPLACE_ON_FAILURE.']],
  ['Deploy CloudFormation', { ActionMode: 'CHANGE_SET_REPLACE', RoleArn: ROLE, TemplatePath: TEMPLATE }, ['CloudFormation needs ChangeSetName in the mode CHANGE_SET_REPLACE.']],
  ['Deploy CloudFormation', { ActionMode: 'CHANGE_SET_EXECUTE' }, ['CloudFormation needs ChangeSetName in the mode CHANGE_SET_EXECUTE.']],
  ['Deploy CloudFormation', { ActionMode: 'DELETE_ONLY' }, ['CloudFormation needs RoleArn in the mode DELETE_ONLY.']],
  ['Deploy EKS', { ClusterName: 'shop' }, ['EKS has nothing to apply.']],
  ['Deploy EKS', undefined, ['EKS has nothing to apply.']],
  ['Deploy EKS', { HelmReleaseName: 'shop' }, ['EKS needs HelmChartLocation to release a chart.']],
  ['Deploy EKS', { HelmReleaseName: 'shop', HelmChartLocation: 'chart', ManifestFiles: 'a.yaml' }, ['EKS has ManifestFiles and HelmReleaseName.']],
  ['Deploy EKS', { ManifestFiles: 'a.yaml', HelmValuesFiles: 'b.yaml' },
    ['EKS has ManifestFiles and HelmValuesFiles.']],
  ['Deploy EKS', { HelmValuesFiles: 'b.yaml' }, ['EKS needs HelmReleaseName and HelmChartLocation to release a chart.']],
  ['Deploy CodeDeployToECS', { Image1ArtifactName: 'ShopSource' }, ['CodeDeployToECS needs Image1ContainerName with Image1ArtifactName.']],
  ['Deploy CodeDeployToECS', { Image4ContainerName: 'IMAGE' }, ['CodeDeployToECS needs Image4ArtifactName with Image4ContainerName.']],
  ['Build CodeBuild', { CombineArtifacts: 'true' }, ['The build is to combine the artifacts of a batch, and is none.']],
  ['Build CodeBuild', { CombineArtifacts: true, BatchEnabled: 'False' }, ['The build is to combine the artifacts of a batch, and is none.']],
  ['Deploy EC2', { InstanceTagKey: 'Name' }, ['EC2 needs TargetDirectory and PostScript where there is no DeploySpec.']],
  ['Deploy S3', { Extract: 'false' }, ['S3 needs ObjectKey when it does not extract the artifact.']],
  ['Deploy S3', { Extract: false }, ['S3 needs ObjectKey when it does not extract the artifact.']],
  ['Invoke InspectorScan', { InspectorRunMode: 'ECRImageScan' }, ['InspectorScan needs ECRRepositoryName to scan an image.']],
  ['Deploy CloudFormationStackSet', { DeploymentTargets: '111111111111' }, ['CloudFormationStackSet needs Regions with DeploymentTargets.']],
  ['Deploy CloudFormationStackSet', { Regions: 'eu-west-1' }, ['CloudFormationStackSet needs DeploymentTargets with Regions.']],
  ['Deploy CloudFormationStackSet', { PermissionModel: 'SERVICE_MANAGED', ExecutionRoleName: 'x' }, ['A service-managed stack set has no ExecutionRoleName.']],
  ['Deploy CloudFormationStackSet', { PermissionModel: 'SERVICE_MANAGED', DeploymentTargets: '111111111111', Regions: 'eu-west-1' },
    ['A service-managed stack set has accounts as its targets.']],
  ['Deploy CloudFormationStackSet', { DeploymentTargets: 'ou-ab12-cdef3456', Regions: 'eu-west-1' }, ['A self-managed stack set has organizational units as its targets.']],
  ['Deploy CloudFormationStackSet', { PermissionModel: 'SELF_MANAGED', CallAs: 'DELEGATED_ADMIN' }, ['A self-managed stack set has no delegated administrator.']],
  ['Deploy CloudFormationStackSet', { OrganizationsAutoDeployment: 'EnabledWithStackRetention' }, ['A self-managed stack set does not deploy to new accounts on its own.']],
  ['Deploy CloudFormationStackInstances', { DeploymentTargets: '111111111111' }, ['CloudFormationStackInstances needs Regions to know where the stacks stand.']],
  ['Deploy ServiceCatalog', { ProductId: 'prod-1', TemplateFilePath: 'a.yaml', ProductType: 'CLOUD_FORMATION_TEMPLATE' },
    ['ServiceCatalog needs ProductVersionName where there is no ConfigurationFilePath.']],
  ['Invoke StepFunctions', { InputType: 'FilePath' }, ['StepFunctions needs Input when the InputType is FilePath.']],
  ['Deploy Lambda', { DeployStrategy: 'Canary10Percent5Minutes' }, ['The deployment has a DeployStrategy, and no alias that would move.']],
  ['Deploy Lambda', { PublishedTargetVersion: '3' }, ['The deployment has a PublishedTargetVersion, and no alias that would move.']],
  ['Deploy Lambda', { ...STRATEGY, DeployStrategy: 'Canary10Percent' }, ['The strategy is "Canary10Percent".']],
  ['Deploy Lambda', { ...STRATEGY, DeployStrategy: 'CodeDeployDefault.LambdaAllAtOnce' }, ['The strategy is "CodeDeployDefault.LambdaAllAtOnce".']],
  ['Deploy Lambda', { ...STRATEGY, DeployStrategy: 'Linear0PercentEvery1Minute' }, ['The strategy moves 0 percent.']],
  ['Deploy Lambda', { ...STRATEGY, DeployStrategy: 'Canary10Percent0Minutes' }, ['The strategy does not wait.']],
  ['Deploy Lambda', { ...STRATEGY, DeployStrategy: 'Canary10Percent2881Minutes' }, ['The deployment waits 2881 minutes in all.']],
  ['Deploy Lambda', { ...STRATEGY, Alarms: Array.from({ length: 11 }, (_, index) => `a${index}`).join(',') }, ['The deployment has 11 alarms.']],
])('%s with %j is found', (type, configuration, messages) => {
  expect(said(type, configuration)).toEqual(messages);
});

test('a build that reads two artifacts names the primary one', () => {
  const change = having({ type: 'Test CodeBuild', configuration: { ProjectName: 'x' }, inputs: ['ShopSource', 'ShopSite'] });
  expect(foundBy(CONFIGURATION_COMBINATION, change)).toEqual([expect.objectContaining({
    message: 'The build reads 2 artifacts, and does not say which one has its buildspec.',
    mend: 'Add PrimarySource: ShopSource.',
    path: pathTo('Stages', 1, 'Actions', 0, 'Configuration'),
  })]);
});

test.each<[string, unknown, string]>([
  ['Invoke InspectorScan', { InspectorRunMode: 'SourceCodeScan' }, 'The scan of source code reads no artifact.'],
  ['Invoke StepFunctions', { InputType: 'FilePath', Input: 'a.json' }, 'The input is a file, and the action reads no artifact.'],
  ['Deploy Lambda', STRATEGY, 'The deployment reads no artifact, and names no version.'],
])('%s with %j reads an artifact', (type, configuration, message) => {
  expect(said(type, configuration, [])).toEqual([message]);
});

test.each<[string, unknown, string[]?]>([
  ['Deploy CloudFormation', { ActionMode: 'CREATE_UPDATE', TemplatePath: TEMPLATE, RoleArn: { Ref: 'Late' } }],
  ['Deploy CloudFormation', { ActionMode: { Ref: 'Late' } }],
  ['Deploy CloudFormation', { ActionMode: 'constructor' }],
  ['Deploy CloudFormation', { 'ActionMode': 'CREATE_UPDATE', 'Fn::Transform': { Name: 'AWS::Include' } }],
  ['Deploy CloudFormation', { Ref: 'Late' }],
  ['Deploy CloudFormation', { ActionMode: 'CHANGE_SET_EXECUTE', ChangeSetName: 'release' }],
  ['Deploy EKS', { ManifestFiles: 'a.yaml,b.yaml' }],
  ['Deploy EKS', { HelmReleaseName: 'shop', HelmChartLocation: 'chart', HelmValuesFiles: 'values.yaml' }],
  ['Deploy EC2', { DeploySpec: 'deploy.yaml' }],
  ['Deploy EC2', { TargetDirectory: '/opt', PostScript: 'start.sh' }],
  ['Deploy S3', { Extract: 'false', ObjectKey: '{datetime}/site.zip' }],
  ['Deploy S3', { Extract: 'true' }],
  ['Deploy S3', { Extract: { Ref: 'Late' } }],
  ['Build CodeBuild', { ProjectName: 'x', PrimarySource: 'ShopSource' }, ['ShopSource', 'ShopSite']],
  ['Build CodeBuild', { ProjectName: 'x' }],
  ['Invoke InspectorScan', { InspectorRunMode: 'SourceCodeScan' }],
  ['Invoke InspectorScan', { InspectorRunMode: 'ECRImageScan', ECRRepositoryName: 'shop' }, []],
  ['Deploy CloudFormationStackSet', { TemplatePath: TEMPLATE }],
  ['Deploy CloudFormationStackSet', { PermissionModel: 'SERVICE_MANAGED', DeploymentTargets: 'ou-ab12-cdef3456', Regions: 'eu-west-1', CallAs: 'DELEGATED_ADMIN' }],
  ['Deploy CloudFormationStackSet', { PermissionModel: { Ref: 'Late' }, DeploymentTargets: 'r-ab12', Regions: 'eu-west-1' }],
  ['Deploy CloudFormationStackSet', { PermissionModel: 'SERVICE_MANAGED', OrganizationsAutoDeployment: 'Enabled' }],
  ['Deploy CloudFormationStackSet', { PermissionModel: 'SELF_MANAGED', OrganizationsAutoDeployment: 'Disabled' }],
  ['Deploy ServiceCatalog', { ConfigurationFilePath: 'a.json' }],
  ['Invoke StepFunctions', { Input: '{}' }, []],
  ['Deploy Lambda', { FunctionName: 'shop' }],
  ['Deploy Lambda', { ...STRATEGY, DeployStrategy: 'Linear10PercentEvery1Minute' }],
  ['Deploy Lambda', { ...STRATEGY, DeployStrategy: '#{variables.strategy}' }],
  ['Deploy Lambda', { ...STRATEGY, PublishedTargetVersion: '#{variables.version}' }, []],
  ['Deploy CodeDeployToECS', { Image1ArtifactName: 'ShopSource', Image1ContainerName: 'IMAGE1_NAME' }],
  ['Build CodeBuild', { CombineArtifacts: 'true', BatchEnabled: 'true' }],
  ['Build CodeBuild', { CombineArtifacts: 'true', BatchEnabled: { Ref: 'Late' } }],
  ['Build CodeBuild', { CombineArtifacts: 'false' }],
  ['Deploy Forge Custom', {}],
])('%s with %j is well', (...[type, configuration, inputs]) => {
  expect(said(type, configuration, inputs)).toEqual([]);
});
