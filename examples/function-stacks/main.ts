/** Stacks of functions: each template takes the function's code from an artifact, here and in the accounts of others. */
import { App, CfnCapabilities, Environment, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Approval, Build, DeliveryPipeline, Deploy, Invoke, Notification, Source } from 'cdk-conveyor';

const tools = { account: '111111111111', region: 'eu-west-1' };
const staging = { account: '222222222222', region: 'eu-west-1' };
const production = { account: '333333333333', region: 'eu-central-1' };

const app = new App();
const stack = new Stack(app, 'FunctionStacks', { env: tools });

const source = Source.gitHub('acme/prices', { connectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11' });
const code = Build.codeBuild('Code', { commands: ['npm ci', 'npm run build'], output: 'dist' });
const pipeline = new DeliveryPipeline(stack, 'Prices', { source, builds: [code], notifications: [Notification.email('release@acme.com')] });

/** What CloudFormation may do in an account: make the one function, and pass on its role, which is there. */
const permissions = ({ account, region }: Environment) => [
  new iam.PolicyStatement({
    actions: ['lambda:CreateFunction', 'lambda:DeleteFunction', 'lambda:GetFunction', 'lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'],
    resources: [`arn:aws:lambda:${region}:${account}:function:prices`],
  }),
  new iam.PolicyStatement({
    actions: ['iam:PassRole'],
    resources: [`arn:aws:iam::${account}:role/prices`],
    conditions: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
  }),
];
/** The template has parameters for where the code is: CloudFormation fetches it from there. */
const prices = (env: Environment) => ({
  stackName: 'prices',
  templatePath: 'prices.yaml',
  parameters: { Bucket: code.primaryOutput!.bucketName, Key: code.primaryOutput!.objectKey },
  input: source,
  additionalInputs: [code],
  capabilities: [CfnCapabilities.AUTO_EXPAND],
  permissions: permissions(env),
});

pipeline.addEnvironment('Preview', { deploy: [Deploy.cloudFormation('Stack', prices(tools))] });

/** The stack's outputs say where the prices are; a function there tells whether they are right. */
const staged = Deploy.cloudFormation('Stack', { ...prices(staging), outputFile: 'outputs.json' });
pipeline.addEnvironment('Staging', {
  env: staging,
  deploy: [staged],
  verify: [Invoke.lambda('Compare', {
    function: lambda.Function.fromFunctionArn(stack, 'Comparison', 'arn:aws:lambda:eu-west-1:222222222222:function:price-comparison'),
    inputs: [staged],
  })],
});

/** A change set of the execution's own: two that are looked at at the same time do not meet. */
const changeSetName = 'release-#{codepipeline.PipelineExecutionId}';
pipeline.addEnvironment('Prepare', { env: production, deploy: [Deploy.createChangeSet('ChangeSet', { ...prices(production), changeSetName })] });
pipeline.addEnvironment('Production', {
  env: production,
  approval: Approval.manual({ message: 'Is the change set what you expect?' }),
  deploy: [Deploy.executeChangeSet('Stack', { stackName: 'prices', changeSetName })],
});

app.synth();
