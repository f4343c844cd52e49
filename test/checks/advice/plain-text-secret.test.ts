import { actionIn, actionOf, advice, buildspec, configurationOf, type Json, withProject } from './fixture';

const ID = 'plain-text-secret';

const inProject = (Name: string, Value: Json, Type?: Json) => advice(ID, (_, template) => {
  template.Parameters = { Given: { Type: 'String', NoEcho: true, Default: 'hunter2' } };
  Object.assign(template.Resources, { Key: { Type: 'AWS::ApiGateway::ApiKey' }, Kept: { Type: 'AWS::SSM::Parameter', Properties: { Name: 'shop-token' } } });
  withProject(template, { Environment: { EnvironmentVariables: [{ Name, Value, ...(Type ? { Type } : {}) }] } });
});

test('a password in a variable of a project is found, and not shown', () => {
  const found = inProject('DB_PASSWORD', 'hunter2');
  expect(found).toEqual([expect.objectContaining({
    severity: 'warning',
    message: 'The environment variable "DB_PASSWORD" is a secret by its name, and stands here in plain text.',
    path: ['Resources', 'Project', 'Properties', 'Environment', 'EnvironmentVariables', 0, 'Value'],
  })]);
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

test.each([
  'PASSWORD', 'DbPassword', 'MYSQL_PASSWD', 'DB_PASS', 'DB_PWD', 'API_KEY', 'apiKey', 'STRIPE_APIKEY', 'GITHUB_TOKEN', 'npmToken', 'CLIENT_SECRET', 'AWS_SECRET_ACCESS_KEY',
  'SSH_PRIVATE_KEY', 'GPG_PASSPHRASE', 'GOOGLE_CREDENTIALS', 'API_KEY_PROD', 'TOKEN_2', 'SECRET_VALUE',
])('the name %p is that of a secret', name => {
  expect(inProject(name, 'hunter2')).toHaveLength(1);
});

test.each([
  'TOKEN_URL', 'SECRET_NAME', 'SECRET_ARN', 'SECRET_ID', 'PASSWORD_PARAMETER', 'NEXT_TOKEN_TTL', 'NEXT_TOKEN', 'PASSWORD_LENGTH', 'PWD', 'OLDPWD', 'COMPASS', 'BYPASS', 'PUBLIC_KEY', 'KEYBOARD',
  'MONKEY', 'TOKENS', 'ACCESS_KEY_ID', 'API_KEY_HEADER', 'STAGE',
])('the name %p is not', name => {
  expect(inProject(name, 'hunter2')).toEqual([]);
});

test.each([
  { Ref: 'Given' }, { 'Fn::Sub': 'a-${Given}' }, { Ref: 'Key' }, { Ref: 'Kept' }, { 'Fn::ImportValue': 'token' }, '{{resolve:secretsmanager:shop:SecretString:password}}', '#{Compile.Token}', '$TOKEN', '',
  'true', 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop-AbCdEf', '/shop/db/password', 'shop/db-password', 'https://vault.acme.com/token', '<token>', '****', { Some: 'junk' }, null,
])('the value %j gives no secret away', value => {
  expect(inProject('API_TOKEN', value)).toEqual([]);
});

test.each(['SECRETS_MANAGER', 'PARAMETER_STORE', { Ref: 'Given' }])('a variable of type %j holds a name, or may', type => {
  expect(inProject('DB_PASSWORD', 'shop-db', type)).toEqual([]);
});

test('a variable of type PLAINTEXT is one that does not say', () => {
  expect(inProject('DB_PASSWORD', 'hunter2', 'PLAINTEXT')).toHaveLength(1);
});

// put together here, so that no scanner takes this file for a leak
const AWS_KEY = `AKIA${'ABCDEFGH12345678'}`;
const FORMS: [string, string][] = [
  ['an access key of AWS', AWS_KEY],
  ['an access key of AWS', `ASIA${'ABCDEFGH12345678'}`],
  ['a token of GitHub', `ghp_${'a1B2'.repeat(9)}`],
  ['a token of GitHub', `github_pat_${'a1B2'.repeat(9)}`],
  ['a token of GitLab', `glpat-${'a1B2'.repeat(5)}`],
  ['a token of Slack', `xoxb-${'1234567890-'.repeat(2)}`],
  ['a token of npm', `npm_${'a1B2'.repeat(9)}`],
  ['a private key', `-----BEGIN RSA ${'PRIVATE KEY'}-----\nMIIE`],
  ['a signed token (JWT)', ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'a1B2'.repeat(10)].join('.')],
  ['a password in an address', 'postgres://shop:hunter2@db.acme.com/shop'],
];

test.each(FORMS)('%s is found by its form, whatever its name', (kind, value) => {
  expect(inProject('SETTING', value).map(({ message }) => message)).toEqual([`The environment variable "SETTING" holds ${kind} in plain text.`]);
});

test.each([
  `AKIA${'IOSFODNN7EXAMPLE'}`, 'AKIA', 'ghp_', 'postgres://shop:hunter2@localhost/shop', 'https://x:${TOKEN}@github.com/acme/shop', 'https://acme.com:8443/a@b', 'git@github.com:acme/shop.git',
  '-----BEGIN PUBLIC KEY-----', 'eyJhbGciOiJIUzI1NiJ9',
])('%p has no such form', value => {
  expect(inProject('SETTING', value)).toEqual([]);
});

describe('secrets are looked for in', () => {
  const PLACES: Record<string, [change: (pipeline: Json, template: Json) => void, end: (string | number)[]]> = {
    'the variables that a build action gives': [pipeline => {
      configurationOf(pipeline, 'Build/Compile').EnvironmentVariables = JSON.stringify([{ name: 'STAGE', value: 'beta' }, { name: 'API_KEY', value: 'hunter2', type: 'PLAINTEXT' }]);
    }, ['Configuration', 'EnvironmentVariables']],
    'the variables of Commands': [pipeline => {
      pipeline.Stages[1].Actions.push(actionOf('Compute', 'Commands', { Commands: ['true'], InputArtifacts: [{ Name: 'ShopSource' }], EnvironmentVariables: [{ Name: 'API_KEY', Value: 'hunter2' }] }));
    }, ['EnvironmentVariables', 0, 'Value']],
    'commands': [pipeline => {
      pipeline.Stages[1].Actions.push(actionOf('Compute', 'Commands', { Commands: [`aws configure set aws_access_key_id ${AWS_KEY}`], InputArtifacts: [{ Name: 'ShopSource' }] }));
    }, ['Commands', 0]],
    'the buildspec of a project': [(_, template) => withProject(template, { Source: { BuildSpec: buildspec(['npm test'], { env: { variables: { API_KEY: 'hunter2' } } }) } }), ['Source', 'BuildSpec']],
    'the buildspec of an action': [pipeline => {
      configurationOf(pipeline, 'Build/Compile').BuildspecOverride = buildspec(['npm test'], { env: { variables: { API_KEY: 'hunter2' } } });
    }, ['Configuration', 'BuildspecOverride']],
    'what the provider takes as a secret': [pipeline => {
      pipeline.Stages[3].Actions.push(actionOf('Deploy', 'AlexaSkillsKit', { Configuration: { ClientId: 'shop', ClientSecret: 'hunter2', RefreshToken: '{{resolve:secretsmanager:alexa}}', SkillId: 'shop' } }, 'ThirdParty'));
    }, ['Configuration', 'ClientSecret']],
    'what an action of another make is told': [pipeline => {
      pipeline.Stages[1].Actions.push(actionOf('Build', 'Scanner', { Configuration: { Url: 'https://scan.acme.com', ApiToken: 'hunter2' } }, 'Custom'));
    }, ['Configuration', 'ApiToken']],
    'the parameters of a stack': [pipeline => {
      pipeline.Stages[3].Actions.push(actionOf('Deploy', 'CloudFormation', { Configuration: { ActionMode: 'CREATE_UPDATE', StackName: 'shop', ParameterOverrides: '{"Size":"small","DbPassword":"hunter2"}' } }));
    }, ['Configuration', 'ParameterOverrides']],
    'the variables of the pipeline': [pipeline => {
      pipeline.Variables = [{ Name: 'API_TOKEN', DefaultValue: 'hunter2' }];
    }, ['Variables', 0, 'DefaultValue']],
  };

  test.each(Object.keys(PLACES))('%s', place => {
    const [change, end] = PLACES[place];
    expect(advice(ID, change).map(({ path }) => path.slice(-end.length))).toEqual([end]);
  });
});

test('several secrets in one text are told together', () => {
  const [{ message }] = advice(ID, pipeline => {
    configurationOf(pipeline, 'Build/Compile').EnvironmentVariables = JSON.stringify(['API_KEY', 'DB_PASSWORD'].map(name => ({ name, value: 'hunter2' })));
  });
  expect(message).toContain('"API_KEY"');
  expect(message).toContain('"DB_PASSWORD"');
});

test('a variable of a build action that is unknown, or kept elsewhere, is none', () => {
  expect(advice(ID, (pipeline, template) => {
    template.Parameters = { Token: { Type: 'String', NoEcho: true } };
    actionIn(pipeline, 'Build/Compile').Configuration.EnvironmentVariables = {
      'Fn::Sub': '[{"name":"API_KEY","value":"${Token}"},{"name":"DB_PASSWORD","value":"shop-db","type":"SECRETS_MANAGER"},{"name":"OTHER_TOKEN","value":"#{Compile.Token}"}]',
    };
  })).toEqual([]);
});

// a pattern that goes back and forth would not end within the time that a test has
test('a text without end is read to its end', () => {
  for (const text of ['eyJ'.repeat(300_000), 'eyJ-'.repeat(300_000), 'eyJ.'.repeat(300_000), '://a:'.repeat(200_000), 'A_'.repeat(300_000), '-----BEGIN '.repeat(100_000), 'a/'.repeat(300_000)]) {
    expect(inProject('API_TOKEN', text)).toHaveLength(1);
    expect(inProject(text, 'hunter2')).toEqual([]);
  }
});
