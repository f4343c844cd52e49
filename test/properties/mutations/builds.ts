import { many, Mutation } from './subject';

const SPEC = { version: '0.2', phases: { build: { commands: ['make'] } } };

export const BUILD_MUTATIONS: readonly Mutation[] = [
  { rule: 'conveyor:project-source', what: 'a source of CodePipeline, and artifacts of none', mutate: subject => { subject.project(SPEC).Artifacts = { Type: 'NO_ARTIFACTS' }; } },
  {
    rule: 'conveyor:project-property',
    what: 'a property of a project that is missing, unknown, or of another kind',
    mutate: subject => {
      const project = subject.project(SPEC);
      subject.choices.pick([
        () => { delete project[subject.choices.pick(['Source', 'Artifacts', 'Environment', 'ServiceRole'])]; },
        () => { delete project.Environment[subject.choices.pick(['Type', 'Image', 'ComputeType'])]; },
        () => { project.Environment.EnvironmentVariables = subject.choices.pick<unknown>([{ STAGE: 'test' }, [{ Name: 'STAGE' }], ['STAGE=test']]); },
        () => { project.Source = { Type: 'CODEPIPELINE', [subject.choices.pick(['Buildspec', 'BuildSpecs'])]: 'buildspec.yml' }; },
        () => { project.Source.BuildSpec = SPEC; },
        () => { project.TimeoutInMinutes = 'half an hour'; },
        () => { project.VpcConfig = { VpcId: 'vpc-1a2b3c4d', Subnets: ['subnet-1a2b3c4d'] }; },
        () => { project.Cache = { Type: 'S3' }; },
      ])();
    },
  },
  {
    rule: 'conveyor:project-value',
    what: 'a value that CodeBuild does not take for a project',
    mutate: subject => {
      const project = subject.project(SPEC);
      const { Environment: environment } = project;
      Object.assign(project, subject.choices.pick<object>([
        { Environment: { ...environment, Type: 'LINUX' } }, { Environment: { ...environment, ComputeType: 'BUILD_GENERAL1_TINY' } },
        { Environment: { ...environment, ComputeType: 'BUILD_LAMBDA_1GB' } }, { Environment: { ...environment, Type: 'ARM_LAMBDA_CONTAINER' } },
        { Environment: { ...environment, EnvironmentVariables: [{ Name: 'TOKEN', Value: 'a', Type: 'SECRET_MANAGER' }] } },
        { Cache: { Type: 'LOCAL_SOURCE_CACHE' } }, { Cache: { Type: 'LOCAL', Modes: ['SOURCE'] } }, { LogsConfig: { CloudWatchLogs: { Status: 'ON' } } },
        { TimeoutInMinutes: 4 }, { TimeoutInMinutes: '2161' }, { QueuedTimeoutInMinutes: 481 }, { BadgeEnabled: true },
        { SecondarySources: [{ Type: 'CODEPIPELINE', SourceIdentifier: 'more' }] }, { SecondaryArtifacts: [{ Type: 'CODEPIPELINE', ArtifactIdentifier: 'more' }] },
      ]));
    },
  },
  {
    rule: 'conveyor:buildspec-syntax',
    what: 'what is no buildspec',
    mutate: subject => {
      subject.project(subject.choices.pick<unknown>([
        { phases: SPEC.phases }, { version: '0.2' }, { version: '0.3', phases: SPEC.phases }, { version: '0.2', phases: { compile: { commands: ['make'] } } },
        'version: 0.2\nphases:\n  build:\n    commands:\n      - echo a: b\n',
      ]));
    },
  },
  {
    rule: 'conveyor:buildspec-syntax',
    what: 'a value in a buildspec that CodeBuild does not take',
    mutate: subject => {
      const built = (build: object) => ({ phases: { build: { commands: ['make'], ...build } } });
      subject.project({
        ...SPEC,
        ...subject.choices.pick<object>([
          built({ 'on-failure': 'RETRY-101' }), built({ 'on-failure': 'STOP' }), built({ 'runtime-versions': { nodejs: 22 } }), built({ finally: [{ echo: 'a' }] }),
          { env: { 'secrets-manager': { TOKEN: 'shop:token:AWSCURRENT:1a2b' } } }, { env: { 'parameter-store': { TOKEN: '' } } }, { env: { variables: ['A=b'] } },
          { cache: { action: 'upload', paths: ['a'] } }, { cache: { 'key': 'k', 'paths': ['a'], 'fallback-keys': many(6, String) } }, { proxy: { logs: 'often' } },
        ]),
      });
    },
  },
  {
    rule: 'conveyor:buildspec-platform',
    what: 'a shell, a user or a runtime that the machine does not have',
    mutate: subject => {
      const windows = { Type: 'WINDOWS_SERVER_2022_CONTAINER', ComputeType: 'BUILD_GENERAL1_MEDIUM', Image: 'aws/codebuild/windows-base:2022-1.0' };
      const [spec, environment] = subject.choices.pick<readonly [object, object?]>([
        [{ env: { shell: 'zsh' } }], [{ env: { shell: 'powershell.exe' } }], [{ env: { shell: 'bash' } }, windows], [{ 'run-as': 'builder' }, windows],
        [{ phases: { install: { 'runtime-versions': { nodjes: 22 } }, ...SPEC.phases } }],
      ]);
      Object.assign(subject.project({ ...SPEC, ...spec }).Environment, environment);
    },
  },
  {
    rule: 'conveyor:reserved-variable',
    what: 'a variable of CodeBuild\'s own name',
    mutate: subject => {
      const where = subject.choices.pick(['buildspec', 'project', 'action']);
      const project = subject.project(where === 'buildspec' ? { ...SPEC, env: { variables: { CODEBUILD_TAG: 'a' } } } : SPEC);
      if (where === 'project') project.Environment.EnvironmentVariables = [{ Name: 'CODEBUILD_TAG', Value: 'a' }];
      if (where === 'action') subject.actions.at(-1).Configuration.EnvironmentVariables = '[{"name":"CODEBUILD_TAG","value":"a"}]';
    },
  },
  {
    rule: 'conveyor:buildspec-artifacts',
    what: 'an output that is read, and that the buildspec does not collect',
    mutate: subject => {
      subject.project(SPEC, { OutputArtifacts: [{ Name: 'Given' }] });
      subject.added('Deploy/S3', { InputArtifacts: [{ Name: 'Given' }], Configuration: { BucketName: 'acme-site', Extract: 'true' } });
    },
  },
  {
    rule: 'conveyor:buildspec-artifacts',
    what: 'another output than the buildspec names',
    mutate: subject => {
      const collected = { files: ['**/*'] };
      subject.project({ ...SPEC, artifacts: { 'secondary-artifacts': { Given: collected, Other: collected } } }, { OutputArtifacts: [{ Name: 'Given' }, { Name: 'More' }] });
    },
  },
  { rule: 'conveyor:artifact-identifier', what: 'a hyphen in one of several', mutate: subject => { subject.build({ OutputArtifacts: [{ Name: 'Given' }, { Name: 'More-docs' }] }); } },
  {
    rule: 'conveyor:buildspec-exported',
    what: 'a variable that cannot be exported',
    mutate: subject => { subject.project({ ...SPEC, env: { 'exported-variables': [subject.choices.pick(['AWS_REGION', '$VERSION', 'a-b'])] } }); },
  },
  {
    rule: 'conveyor:buildspec-exported',
    what: 'a variable that is used and not exported',
    mutate: subject => {
      subject.project(SPEC, { Namespace: 'Exports' });
      subject.stages.push({ Name: 'Behind', Actions: [] });
      subject.stages.at(-1).Actions.push({
        Name: 'Ask', ActionTypeId: { Category: 'Approval', Owner: 'AWS', Provider: 'Manual', Version: '1' }, RunOrder: 1, Configuration: { CustomData: '#{Exports.VERSION}' },
      });
    },
  },
  {
    rule: 'conveyor:buildspec-batch',
    what: 'a build that waits for none of its batch, or for itself, or is not called as builds are, or like another',
    mutate: subject => {
      const builds = subject.choices.pick<object[]>([
        [{ 'identifier': 'test', 'depend-on': ['linux'] }], [{ identifier: 'linux' }, { identifier: 'linux' }], [{ buildspec: 'a.yml' }], [{ identifier: 'linux-small' }],
        [{ 'identifier': 'one', 'depend-on': ['two'] }, { 'identifier': 'two', 'depend-on': ['one'] }],
      ]);
      subject.project({ ...SPEC, batch: { 'build-graph': builds } });
      subject.actions.at(-1).Configuration.BatchEnabled = 'true';
    },
  },
  {
    rule: 'conveyor:buildspec-reports',
    what: 'six groups of reports, or one that cannot be read',
    mutate: subject => {
      const groups = many(6, at => [`group${at}`, { files: ['*.xml'] }] as const);
      subject.project({ ...SPEC, reports: subject.choices.pick<object>([Object.fromEntries(groups), { unit: { 'files': ['*'], 'file-format': 'JSON' } }, { unit: { 'file-format': 'JUNITXML' } }]) });
    },
  },
];
