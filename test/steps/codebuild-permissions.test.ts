/** What the service role of a build may do beside artifacts and logs. */

import { Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Build, CodeBuildProps, Source, Step } from '../../src';
import { CONNECTION, HOME, pipelineIn, stackIn } from '../fixture';
import { Rendered, statementsOf } from '../rendered';

const { PARAMETER_STORE, SECRETS_MANAGER } = codebuild.BuildEnvironmentVariableType;
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111111111111:${resource}`;
const [parameter, secret] = [PARAMETER_STORE, SECRETS_MANAGER].map(type => (value: string) => ({ type, value }));

/** The statements behind the four that every build has: logs, bucket, objects, key. */
function furtherOf(props: (stack: Stack) => Partial<CodeBuildProps>, source?: (stack: Stack) => Step) {
  const stack = stackIn(HOME);
  pipelineIn(stack, { ...(source && { source: source(stack) }), builds: [Build.codeBuild('Build', { commands: ['make'], ...props(stack) })] });
  const rendered = Rendered.of(stack);
  return statementsOf(rendered.role(rendered.only('AWS::CodeBuild::Project').ServiceRole)).slice(4);
}

const secretsOf = (value: (stack: Stack) => string) => furtherOf(stack => ({ environmentVariables: { TOKEN: secret(value(stack)) } }));
const read = (Resource: string | string[]) => [{ Action: 'secretsmanager:GetSecretValue', Resource }];

test('a plain build may do nothing further', () => {
  expect(furtherOf(() => ({}))).toEqual([]);
});

test('parameters are read by name, with or without a slash before it', () => {
  expect(furtherOf(() => ({ environmentVariables: { A: parameter('/shop/a'), B: parameter('b') } })))
    .toEqual([{ Action: 'ssm:GetParameters', Resource: [arn('ssm', 'parameter/shop/a'), arn('ssm', 'parameter/b')] }]);
});

describe('a secret is read', () => {
  test('by its name, whose ARN ends in six characters more', () => {
    expect(secretsOf(() => 'shop/token')).toEqual(read(arn('secretsmanager', 'secret:shop/token-??????')));
  });

  test('by its name, with a key of its JSON', () => {
    expect(secretsOf(() => 'shop/token:password')).toEqual(read(arn('secretsmanager', 'secret:shop/token-??????')));
  });

  test('by its whole ARN, with a key of its JSON', () => {
    expect(secretsOf(() => `${arn('secretsmanager', 'secret:shop-AbCdEf')}:password::`)).toEqual(read(arn('secretsmanager', 'secret:shop-AbCdEf')));
  });

  test('by an ARN without those six', () => {
    expect(secretsOf(() => arn('secretsmanager', 'secret:shop'))).toEqual(read(arn('secretsmanager', 'secret:shop-??????')));
  });

  test('that this app makes, by its own ARN', () => {
    expect(secretsOf(stack => new secretsmanager.Secret(stack, 'Token').secretArn)).toEqual(read('${Token}'));
  });

  test('that this app makes, with a key of its JSON', () => {
    expect(secretsOf(stack => `${new secretsmanager.Secret(stack, 'Token').secretArn}:password::`)).toEqual(read('${Token}'));
  });
});

test('what a variable of the pipeline decides the name of is read too, whatever it will be', () => {
  const source = Source.gitHub('acme/shop', { connectionArn: CONNECTION });
  const variables = (branch: string) => ({ A: parameter(`/shop/${branch}/a`), TOKEN: secret(`shop/${branch}`) });
  expect(furtherOf(() => ({ environmentVariables: variables(source.variable('BranchName')) }), () => source)).toEqual([
    { Action: 'ssm:GetParameters', Resource: arn('ssm', 'parameter/shop/*/a') },
    ...read(arn('secretsmanager', 'secret:shop/*-??????')),
  ]);
});

test('an image of ECR is pulled from its one repository', () => {
  expect(furtherOf(stack => ({ image: codebuild.LinuxBuildImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Tools', 'tools')) }))).toEqual([
    { Action: 'ecr:GetAuthorizationToken', Resource: '*' },
    { Action: ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'], Resource: arn('ecr', 'repository/tools') },
  ]);
});

test('an image of a private registry is pulled with its secret', () => {
  const credentials = arn('secretsmanager', 'secret:registry-AbCdEf');
  expect(furtherOf(stack => ({
    image: codebuild.LinuxBuildImage.fromDockerRegistry('registry.acme.com/tools', {
      secretsManagerCredentials: secretsmanager.Secret.fromSecretCompleteArn(stack, 'Registry', credentials),
    }),
  }))).toEqual(read(credentials));
});

test('what the user allows is allowed, and no more', () => {
  const permissions = [new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: ['arn:aws:s3:::assets'] })];
  expect(furtherOf(() => ({ permissions }))).toEqual([{ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::assets' }]);
});

test('builds with permissions of their own have a role of their own, and others do not share it', () => {
  const stack = stackIn(HOME);
  const permissions = () => [new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: ['arn:aws:s3:::assets'] })];
  const builds = [
    Build.codeBuild('Plain', { commands: ['make'] }),
    Build.codeBuild('One', { commands: ['make'], permissions: permissions() }),
    Build.codeBuild('Two', { commands: ['make'], permissions: permissions() }),
  ];
  pipelineIn(stack, { builds });
  const [plainRole, one, two] = Rendered.of(stack).all('AWS::CodeBuild::Project').map(project => project.ServiceRole);
  expect(one).toBe(two);
  expect(one).not.toBe(plainRole);
});

describe('a full clone', () => {
  test('of a connection may use the connection', () => {
    expect(furtherOf(() => ({}), () => Source.gitHub('acme/shop', { connectionArn: CONNECTION, fullClone: true })))
      .toEqual([{ Action: ['codeconnections:UseConnection', 'codestar-connections:UseConnection'], Resource: CONNECTION }]);
  });

  test('of CodeCommit may pull from the repository', () => {
    expect(furtherOf(() => ({}), stack => Source.codeCommit(codecommit.Repository.fromRepositoryName(stack, 'Repository', 'shop'), { fullClone: true })))
      .toEqual([{ Action: 'codecommit:GitPull', Resource: arn('codecommit', 'shop') }]);
  });

  test('that a build does not read allows it nothing', () => {
    const other = Source.gitHub('acme/other', { connectionArn: CONNECTION, name: 'Other' });
    const stack = stackIn(HOME);
    pipelineIn(stack, {
      source: Source.gitHub('acme/shop', { connectionArn: CONNECTION, fullClone: true }),
      additionalSources: [other],
      builds: [Build.codeBuild('Build', { commands: ['make'], input: other })],
    });
    const rendered = Rendered.of(stack);
    expect(statementsOf(rendered.role(rendered.only('AWS::CodeBuild::Project').ServiceRole))).toHaveLength(4);
  });
});
