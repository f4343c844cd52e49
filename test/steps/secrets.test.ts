/** Secrets: where they may stand, that no template holds them, and that who needs one reads this one and no other. */

import { CfnParameter, Fn, Lazy, SecretValue, Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Build, Deploy, Secret, Source, Step, Test } from '../../src';
import { HOME, pipelineIn, plain, refusalOf, stackIn } from '../fixture';
import { Rendered, statementsOf } from '../rendered';

type Variables = Record<string, codebuild.BuildEnvironmentVariable>;

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111111111111:${resource}`;
const KEY = arn('kms', 'key/1a2b');
const { PARAMETER_STORE, SECRETS_MANAGER } = codebuild.BuildEnvironmentVariableType;

const read = (Resource: string) => ({ Action: 'secretsmanager:GetSecretValue', Resource });
const get = (Resource: string) => ({ Action: 'ssm:GetParameters', Resource });
const decrypt = (service: string, Resource: string) =>
  ({ Action: 'kms:Decrypt', Resource, Condition: { StringEquals: { 'kms:ViaService': `${service}.eu-west-1.amazonaws.com` } } });

/** A pipeline with one step, made in the stack of what its variables name. */
function rendered(variables: (stack: Stack) => Variables, step: (stack: Stack, environmentVariables: Variables) => Step): Rendered {
  const stack = stackIn(HOME);
  pipelineIn(stack).addStage('Stage', { steps: [step(stack, variables(stack))] });
  return Rendered.of(stack);
}

const inBuild = (variables: (stack: Stack) => Variables) => rendered(variables, (_stack, environmentVariables) => Build.codeBuild('Step', { commands: ['make'], environmentVariables }));
const inCommands = (variables: (stack: Stack) => Variables) => rendered(variables, (_stack, environmentVariables) => Test.commands('Step', { commands: ['make'], environmentVariables }));
const inEks = (variables: (stack: Stack) => Variables) => rendered(variables, (stack, environmentVariables) => Deploy.eks('Step', {
  cluster: eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop' }), manifests: ['k8s.yaml'], environmentVariables,
}));
const inOwnProject = (variables: (stack: Stack) => Variables) =>
  rendered(variables, (stack, environmentVariables) => Build.project('Step', { project: new codebuild.PipelineProject(stack, 'Own'), environmentVariables }));
const inProject = (variables: (stack: Stack) => Variables) =>
  rendered(variables, (stack, environmentVariables) => Build.project('Step', { project: codebuild.Project.fromProjectName(stack, 'Existing', 'shop'), environmentVariables }));

/** What a build's service role allows beside logs and artifacts. */
const ofBuild = (template: Rendered) => statementsOf(template.role(template.only('AWS::CodeBuild::Project').ServiceRole)).slice(4);
const variableOf = (template: Rendered) => template.only('AWS::CodeBuild::Project').Environment.EnvironmentVariables[0];

const made = (stack: Stack) => new secretsmanager.Secret(stack, 'Npm', { encryptionKey: new kms.Key(stack, 'Key') });
const imported = (stack: Stack) => secretsmanager.Secret.fromSecretAttributes(stack, 'Npm', {
  secretCompleteArn: arn('secretsmanager', 'secret:npm-AbCdEf'), encryptionKey: kms.Key.fromKeyArn(stack, 'Key', KEY),
});

describe('a secret in a build', () => {
  test('is named by its ARN, with the field of its JSON', () => {
    expect(variableOf(inBuild(stack => ({ TOKEN: Secret.fromSecretsManager(imported(stack), 'token') }))))
      .toEqual({ Name: 'TOKEN', Type: 'SECRETS_MANAGER', Value: `${arn('secretsmanager', 'secret:npm-AbCdEf')}:token` });
    expect(variableOf(inBuild(stack => ({ TOKEN: Secret.fromSecretsManager(made(stack)) }))).Value).toBe('${Npm}');
  });

  test('may be read by the build, and decrypted with the key that its secret has, through Secrets Manager alone', () => {
    expect(ofBuild(inBuild(stack => ({ TOKEN: Secret.fromSecretsManager(made(stack), 'token') }))))
      .toEqual([read('${Npm}'), decrypt('secretsmanager', '${Key.Arn}')]);
    expect(ofBuild(inBuild(stack => ({ TOKEN: Secret.fromSecretsManager(imported(stack)) }))))
      .toEqual([read(arn('secretsmanager', 'secret:npm-AbCdEf')), decrypt('secretsmanager', KEY)]);
  });

  test('that AWS encrypts with its own key takes no key', () => {
    expect(ofBuild(inBuild(stack => ({ TOKEN: Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Npm')) })))).toEqual([read('${Npm}')]);
  });

  test('that is imported by its name has six characters more in its ARN', () => {
    expect(ofBuild(inBuild(stack => ({ TOKEN: Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'Npm', 'shop/npm')) }))))
      .toEqual([read(arn('secretsmanager', 'secret:shop/npm-??????'))]);
  });

  test('brings its key, too, where it is named by its ARN alone', () => {
    expect(ofBuild(inBuild(stack => ({ TOKEN: { type: SECRETS_MANAGER, value: `${made(stack).secretArn}:token` } }))))
      .toEqual([read('${Npm}'), decrypt('secretsmanager', '${Key.Arn}')]);
  });

  test('of which two fields are read is named once', () => {
    expect(ofBuild(inBuild(stack => {
      const secret = imported(stack);
      return { USER: Secret.fromSecretsManager(secret, 'user'), TOKEN: Secret.fromSecretsManager(secret, 'token') };
    }))[0]).toEqual(read(arn('secretsmanager', 'secret:npm-AbCdEf')));
  });

  test('that opens a registry is decrypted, too', () => {
    const template = rendered(() => ({}), stack => Build.codeBuild('Step', {
      commands: ['make'],
      image: codebuild.LinuxBuildImage.fromDockerRegistry('registry.acme.com/tools', { secretsManagerCredentials: imported(stack) }),
    }));
    expect(ofBuild(template)).toEqual([read(arn('secretsmanager', 'secret:npm-AbCdEf')), decrypt('secretsmanager', KEY)]);
  });
});

describe('a parameter in a build', () => {
  test('is named by its name, and may be read by the build', () => {
    const template = inBuild(stack => ({ LICENSE: Secret.fromSsmParameter(ssm.StringParameter.fromStringParameterName(stack, 'License', '/shop/license')) }));
    expect(variableOf(template)).toEqual({ Name: 'LICENSE', Type: 'PARAMETER_STORE', Value: '/shop/license' });
    expect(ofBuild(template)).toEqual([get(arn('ssm', 'parameter/shop/license'))]);
  });

  test('that is a SecureString with a key of its own is decrypted through Parameter Store alone', () => {
    expect(ofBuild(inBuild(stack => ({
      LICENSE: Secret.fromSsmParameter(ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'License', {
        parameterName: '/shop/license', encryptionKey: kms.Key.fromKeyArn(stack, 'Key', KEY),
      })),
    })))).toEqual([get(arn('ssm', 'parameter/shop/license')), decrypt('ssm', KEY)]);
  });

  test.each([['/shop/license', 'parameter${License}'], ['license', 'parameter/${License}'], [undefined, 'parameter/${License}']])(
    'that this app makes as %s has one slash before its name', (parameterName, resource) => {
      const parameter = (stack: Stack) => new ssm.StringParameter(stack, 'License', { parameterName, simpleName: parameterName ? undefined : true, stringValue: 'x' });
      expect(ofBuild(inBuild(stack => ({ LICENSE: Secret.fromSsmParameter(parameter(stack)) })))).toEqual([get(arn('ssm', resource))]);
      expect(ofBuild(inBuild(stack => ({ LICENSE: { type: PARAMETER_STORE, value: parameter(stack).parameterName } })))).toEqual([get(arn('ssm', resource))]);
    });
});

describe.each([['Commands', inCommands], ['EKS', inEks]])('a secret in an action of %s', (_provider, inAction) => {
  test('stands in the environment by its ARN', () => {
    expect(inAction(stack => ({ STAGE: plain('beta'), TOKEN: Secret.fromSecretsManager(imported(stack), 'token') })).action('Stage/Step').EnvironmentVariables).toEqual([
      { Name: 'STAGE', Type: 'PLAINTEXT', Value: 'beta' },
      { Name: 'TOKEN', Type: 'SECRETS_MANAGER', Value: `${arn('secretsmanager', 'secret:npm-AbCdEf')}:token` },
    ]);
  });

  test('is read and decrypted by the action\'s role, and no other secret is', () => {
    const secrets = inAction(stack => ({ STAGE: plain('beta'), TOKEN: Secret.fromSecretsManager(imported(stack)) })).statements('Stage/Step')
      .filter(one => /secretsmanager|kms/.test(one.Action));
    expect(secrets).toEqual([read(arn('secretsmanager', 'secret:npm-AbCdEf')), decrypt('secretsmanager', KEY)]);
  });

  test('is not read where there is none', () => {
    expect(JSON.stringify(inAction(() => ({ STAGE: plain('beta') })).statements('Stage/Step'))).not.toMatch(/secretsmanager|kms/);
  });

  test('is refused as a parameter', () => {
    expect(refusalOf(() => inAction(stack => ({ LICENSE: Secret.fromSsmParameter(ssm.StringParameter.fromStringParameterName(stack, 'License', 'license')) }))))
      .toMatch(/"LICENSE" is a parameter\.[^]*secrets of Secrets Manager/);
  });
});

test('a project of this app may read and decrypt what its step names', () => {
  const template = inOwnProject(stack => ({ TOKEN: Secret.fromSecretsManager(imported(stack)) }));
  const statements = template.all('AWS::IAM::Policy').flatMap(policy => policy.PolicyDocument.Statement);
  expect(statements).toContainEqual({ Effect: 'Allow', ...read(arn('secretsmanager', 'secret:npm-AbCdEf')) });
  expect(statements).toContainEqual({ Effect: 'Allow', ...decrypt('secretsmanager', KEY) });
});

describe('an environment variable of plain text', () => {
  const values: [string, () => unknown][] = [
    ['a secret', () => SecretValue.secretsManager('npm')],
    ['an unwrapped secret', () => SecretValue.secretsManager('npm').unsafeUnwrap()],
    ['a secret among other text', () => `Bearer ${SecretValue.secretsManager('npm').unsafeUnwrap()}`],
    ['a SecureString', () => SecretValue.ssmSecure('npm').unsafeUnwrap()],
    ['a reference as text', () => '{{resolve:secretsmanager:npm:SecretString:::}}'],
  ];
  const places: [string, typeof inBuild][] = [['a build', inBuild], ['commands', inCommands], ['EKS', inEks], ['a project', inProject]];

  test.each(values.flatMap(([what, value]) => places.map(([where, place]) => [what, where, place, value] as const)))('is refused %s, in %s', (_what, _where, place, value) => {
    expect(refusalOf(() => place(() => ({ TOKEN: { value: value() } }))))
      .toMatch(/The environment variable "TOKEN" is plain text, and its value is a secret\.[^]*Secret\.fromSecretsManager[^]*where: Shop\/Web\/Pipeline\/Stage\/Step/);
  });

  test('may be a parameter that is no secret, and anything else that is known late', () => {
    expect(() => inBuild(stack => ({
      A: { value: ssm.StringParameter.valueForStringParameter(stack, '/shop/a') },
      B: { value: Lazy.string({ produce: () => 'b' }) },
      C: { value: '{{resolve:ssm:/shop/c}}' },
    }))).not.toThrow();
  });
});

describe('a secret of an action\'s configuration', () => {
  const withToken = (token: (stack: Stack) => SecretValue) => {
    const stack = stackIn(HOME);
    pipelineIn(stack, { source: Source.gitHubOAuth('acme/shop', { token: token(stack) }) }).addStage('Stage', { steps: [Test.commands('Step', { commands: ['make'] })] });
    return Rendered.of(stack).action('Source/Source').Configuration.OAuthToken;
  };

  test('may be a reference to Secrets Manager', () => {
    expect(withToken(() => SecretValue.secretsManager('github'))).toBe('{{resolve:secretsmanager:github:SecretString:::}}');
    expect(withToken(stack => made(stack).secretValueFromJson('token'))).toBe('{{resolve:secretsmanager:${Npm}:SecretString:token::}}');
    expect(withToken(() => SecretValue.unsafePlainText('{{resolve:secretsmanager:github}}'))).toBe('{{resolve:secretsmanager:github}}');
  });

  test('may be a parameter of the stack that is not shown', () => {
    expect(withToken(stack => SecretValue.cfnParameter(new CfnParameter(stack, 'Token', { noEcho: true })))).toBe('${Token}');
  });

  test.each<[string, (stack: Stack) => SecretValue]>([
    ['plain text', () => SecretValue.unsafePlainText('ghp_hush')],
    ['a parameter of the stack that everybody sees', stack => SecretValue.unsafePlainText(new CfnParameter(stack, 'Token').valueAsString)],
    ['plain text that is only made later', () => SecretValue.unsafePlainText(Lazy.string({ produce: () => 'ghp_hush' }))],
    ['the secret\'s ARN in place of its value', stack => SecretValue.unsafePlainText(made(stack).secretArn)],
    ['another stack\'s output', () => SecretValue.unsafePlainText(Fn.importValue('token'))],
    ['a parameter that is no secret', () => SecretValue.unsafePlainText('{{resolve:ssm:github}}')],
  ])('is refused %s', (_what, token) => {
    const refusal = refusalOf(() => withToken(token));
    expect(refusal).toMatch(/^GitHub's OAuthToken is a secret, and given in plain text\.\n {2}mend: {2}.*SecretValue\.secretsManager.*noEcho.*\n {2}where: Shop\/Web\/Pipeline\/Source\/Source$/);
    expect(refusal).not.toContain('hush');
  });

  test('is refused a SecureString, which CloudFormation does not resolve for a pipeline', () => {
    expect(refusalOf(() => withToken(() => SecretValue.ssmSecure('github')))).toMatch(/OAuthToken is a SecureString of Parameter Store[^]*Keep it in Secrets Manager/);
  });
});
