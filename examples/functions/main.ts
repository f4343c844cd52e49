/** Functions: a version more, and an alias that moves to it at once, in steps, or a part first and then the rest. */
import { App, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Approval, Build, DeliveryPipeline, Deploy, LambdaStrategy, Notification, Source, Test } from 'cdk-conveyor';

const app = new App();
const stack = new Stack(app, 'Functions', { env: { account: '111111111111', region: 'eu-west-1' } });

/** The functions are there already, each with an alias `live` that has a version behind it. */
const live = (name: string) => {
  const version = lambda.Version.fromVersionArn(stack, `${name}-version`, `arn:aws:lambda:eu-west-1:111111111111:function:${name}:1`);
  return { function: version.lambda, alias: lambda.Alias.fromAliasAttributes(stack, `${name}-live`, { aliasName: 'live', aliasVersion: version }) };
};
const alarm = (name: string) => cloudwatch.Alarm.fromAlarmName(stack, name, name);

const code = Build.codeBuild('Code', { commands: ['npm ci', 'npm run build'], output: 'dist' });
/** An appspec.yml that names the function, its alias, and the versions to come from and to go to. */
const appSpec = Build.codeBuild('AppSpec', { commands: ['./publish-version.sh'], output: 'appspec' });

const pipeline = new DeliveryPipeline(stack, 'Orders', {
  source: Source.gitHub('acme/orders', { connectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11' }),
  builds: [code, appSpec],
  tests: [Test.codeBuild('Unit', { commands: ['npm ci', 'npm test'] })],
  notifications: [Notification.email('release@acme.com')],
});
pipeline.addEnvironment('Staging', {
  deploy: [Deploy.lambda('AllAtOnce', { ...live('orders-staging'), input: code, strategy: LambdaStrategy.allAtOnce() })],
});
pipeline.addEnvironment('Production', {
  approval: Approval.manual({ message: 'Release the orders to production?' }),
  deploy: [
    Deploy.lambda('Canary', {
      ...live('orders'),
      input: code,
      strategy: LambdaStrategy.canary({ percent: 10, minutes: 15 }),
      alarms: [alarm('orders-errors'), alarm('orders-slow')],
    }),
    Deploy.lambda('Linear', { ...live('orders-reports'), input: code, strategy: LambdaStrategy.linear({ percent: 25, minutes: 1 }) }),
    Deploy.codeDeployLambda('CodeDeploy', {
      deploymentGroup: codedeploy.LambdaDeploymentGroup.fromLambdaDeploymentGroupAttributes(stack, 'Group', {
        application: codedeploy.LambdaApplication.fromLambdaApplicationName(stack, 'Application', 'orders'),
        deploymentGroupName: 'invoices',
        deploymentConfig: codedeploy.LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      }),
      input: appSpec,
    }),
  ],
});

app.synth();
