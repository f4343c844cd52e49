/** What a pipeline calls upon: scans by Amazon Inspector, a function, a state machine, another pipeline. */
import { App, Stack } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import { Build, DeliveryPipeline, Invoke, RevisionType, Source, Test } from 'cdk-conveyor';

const app = new App();
const stack = new Stack(app, 'Invokes', { env: { account: '111111111111', region: 'eu-west-1' } });

const images = ecr.Repository.fromRepositoryName(stack, 'Images', 'shop');
const source = Source.gitHub('acme/shop', { connectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11' });
const build = Build.image('Image', { repository: images, tags: [source.variables.commitId] });

/** The function answers with PutJobSuccessResult, and tells the URL of the preview as a variable. */
const preview = Invoke.lambda('Preview', {
  function: lambda.Function.fromFunctionName(stack, 'PreviewFunction', 'shop-preview'),
  userParametersObject: { digest: build.variables.imageDigest, days: 3 },
});
const scan = Invoke.inspectImage('ImageScan', { repository: images, imageTag: source.variables.commitId, criticalThreshold: 0, highThreshold: 5 });

const pipeline = new DeliveryPipeline(stack, 'Shop', { source, builds: [build] });
pipeline.addStage('Inspect', { steps: [Invoke.inspectSource('SourceScan', { criticalThreshold: 0, highThreshold: 0 }), scan] });
pipeline.addStage('Preview', {
  steps: [preview, Test.codeBuild('Smoke', { commands: ['curl --fail "$URL"'], environmentVariables: { URL: { value: preview.variable('Url') } }, after: [preview] })],
});
pipeline.addStage('Release', {
  steps: [
    Invoke.stepFunctions('Migrate', {
      stateMachine: stepfunctions.StateMachine.fromStateMachineName(stack, 'Migration', 'shop-migration'),
      inputFile: 'migration/input.json',
      executionNamePrefix: 'shop',
    }),
    Invoke.stepFunctions('Announce', {
      stateMachine: stepfunctions.StateMachine.fromStateMachineName(stack, 'Announcement', 'announce'),
      literalInput: { commit: source.variables.commitId, severity: scan.variables.highestScannedSeverity },
    }),
    Invoke.pipeline('Documentation', {
      pipeline: codepipeline.Pipeline.fromPipelineArn(stack, 'Docs', 'arn:aws:codepipeline:eu-west-1:111111111111:docs'),
      variables: { image: build.variables.imageDigest },
      sourceRevisions: [{ actionName: 'Source', revisionType: RevisionType.COMMIT_ID, revisionValue: source.variables.commitId }],
    }),
  ],
});

app.synth();
