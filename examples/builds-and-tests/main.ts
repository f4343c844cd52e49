/** Every way to build and to test: CodeBuild, images, Commands, Jenkins, TeamCity, Device Farm, a type of one's own, a partner. */
import { App, SecretValue, Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import { ActionCategory } from 'aws-cdk-lib/aws-codepipeline';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import {
  ActionOwner, Build, Custom, CustomActionType, DeliveryPipeline, DeviceFarmAppType, DeviceFarmTestType, Jenkins, Report, Secret, Source, TeamCity,
  Test,
} from 'cdk-conveyor';

const app = new App();
const stack = new Stack(app, 'BuildsAndTests', { env: { account: '111111111111', region: 'us-west-2' } });

const source = Source.gitHub('acme/app', { connectionArn: 'arn:aws:codeconnections:us-west-2:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11' });
const network = ec2.Vpc.fromVpcAttributes(stack, 'Network', {
  vpcId: 'vpc-0a1b2c3d', availabilityZones: ['us-west-2a', 'us-west-2b'], privateSubnetIds: ['subnet-0a1b2c3d', 'subnet-1a2b3c4d'],
});

/** A Jenkins server whose plugin runs with a role of its own. */
const jenkins = new Jenkins(stack, 'Jenkins', { serverUrl: 'https://jenkins.acme.com', providerName: 'AcmeJenkins' });
jenkins.grantWork(new iam.Role(stack, 'JenkinsServer', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }));

/** A TeamCity server; each build configuration has the plugin's trigger, with the ActionID of its step: the step's name, if none is given. */
const teamCity = new TeamCity(stack, 'TeamCity', { serverUrl: 'https://teamcity.acme.com' });
teamCity.grantWork(new iam.Role(stack, 'TeamCityServer', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }));

/** A check of licenses that no service offers: a worker on a machine of ours does it. */
const licenses = new CustomActionType(stack, 'Licenses', {
  category: ActionCategory.TEST,
  provider: 'AcmeLicenses',
  properties: [{ name: 'Policy', required: true, description: 'What is allowed: strict or lenient' }, { name: 'Token', required: true, secret: true }],
  entityUrl: 'https://licenses.acme.com/{Config:Policy}',
});
licenses.grantWork(new iam.Role(stack, 'LicensesWorker', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }));

/** Secrets are kept elsewhere: here they have only their names, and who uses one may read just that one. */
const npm = secretsmanager.Secret.fromSecretAttributes(stack, 'Npm', {
  secretCompleteArn: 'arn:aws:secretsmanager:us-west-2:111111111111:secret:npm-a1B2c3',
  encryptionKey: kms.Key.fromKeyArn(stack, 'NpmKey', 'arn:aws:kms:us-west-2:111111111111:key/6f0a1c3e-2b4d-4e5f-8a9b-0c1d2e3f4a5b'),
});
const license = ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'MapsLicense', { parameterName: '/app/maps-license' });

const android = Build.codeBuild('Android', { commands: ['./gradlew assemble'], output: 'app/build/outputs' });
const image = Build.image('Image', {
  repository: ecr.Repository.fromRepositoryName(stack, 'Images', 'backend'), dockerfilePath: 'backend', tags: ['latest', source.variables.commitId],
});

new DeliveryPipeline(stack, 'App', {
  source,
  builds: [
    android,
    Build.project('Matrix', { project: codebuild.Project.fromProjectName(stack, 'MatrixProject', 'app-matrix'), batch: true }),
    image,
    Build.image('PublicImage', { publicRepositoryName: 'acme/agent', dockerfilePath: 'agent' }),
    Build.commands('Docs', {
      commands: ['npm ci --registry "$REGISTRY"', 'npm run docs'],
      outputFiles: ['docs/**'],
      environmentVariables: {
        REGISTRY: { value: 'https://npm.intranet.acme.com' },
        NPM_TOKEN: Secret.fromSecretsManager(npm, 'token'),
      },
      computeType: codebuild.ComputeType.MEDIUM,
      vpc: network,
    }),
    jenkins.buildStep('Firmware', { project: 'firmware', hasOutput: true }),
    teamCity.buildStep('Desktop', { buildConfiguration: 'App_Desktop', hasOutput: true }),
  ],
  tests: [
    Test.codeBuild('Unit', {
      commands: ['./gradlew test'],
      environmentVariables: { MAPS_LICENSE: Secret.fromSsmParameter(license) },
      reports: [Report.junit('app/build/test-results/**/*.xml')],
    }),
    Test.codeBuild('Smoke', { commands: ['./smoke.sh "$DIGEST"'], environmentVariables: { DIGEST: { value: image.variables.imageDigest } } }),
    jenkins.testStep('Bench', { project: 'bench' }),
    teamCity.buildStep('Windows', { buildConfiguration: 'App_TestsOnWindows', actionId: 'windows-tests' }),
    Test.deviceFarm('Phones', {
      projectId: 'eec4905f-98f8-40aa-9afc-4c1cf1d2e3f4',
      devicePoolArn: 'arn:aws:devicefarm:us-west-2::devicepool:082d10e5-d7d7-48a5-ba5c-b33d66efa1f5',
      appType: DeviceFarmAppType.ANDROID,
      app: 'apk/release/app-release.apk',
      testType: DeviceFarmTestType.INSTRUMENTATION,
      test: 'apk/androidTest/app-androidTest.apk',
      input: android,
    }),
    licenses.step('Licenses', { configuration: { Policy: 'strict' }, secrets: { Token: SecretValue.secretsManager('licenses') } }),
    // connected with the partner once, in the console
    Custom.step('Snyk', { category: ActionCategory.INVOKE, owner: ActionOwner.THIRD_PARTY, provider: 'Snyk', inputs: [source], hasOutput: true }),
  ],
});

app.synth();
