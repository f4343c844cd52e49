/** Buildspecs that CodeBuild takes: what the pages of its user guide show, in this project's words. */

const PHASES = 'phases:\n  build:\n    commands: [make]\n';
const with02 = (rest: string) => `version: 0.2\n${rest}\n${PHASES}`;

export const VALID_BUILDSPECS: Readonly<Record<string, string>> = {
  'the least there is': `version: 0.2\n${PHASES}`,
  'the first version': `version: 0.1\n${PHASES}`,
  'a version in quotes': `version: "0.2"\n${PHASES}`,
  'all phases, each with what it does in any case': `
version: 0.2
phases:
  install:
    commands:
      - apt-get update -y
    finally:
      - echo installed or not
  pre_build:
    commands:
      - docker login -u shop -p $PASSWORD
    finally:
      - echo logged in or not
  build:
    commands:
      - echo Build started on \`date\`
      - mvn install
    finally: [echo built or not]
  post_build:
    commands:
      - echo Build completed on \`date\`
`,
  'runtimes, and nothing to install': `
version: 0.2
phases:
  install:
    runtime-versions:
      java: corretto21
      nodejs: 20.x
      python: latest
  build:
    commands: [gradle build]
`,
  'a runtime by a number, and by a variable': `
version: 0.2
phases:
  install:
    runtime-versions:
      ruby: 3.2
      golang: $GO_VERSION
  build:
    commands: [go build ./...]
`,
  'commands of many lines, and with colons in quotes': `
version: 0.2
phases:
  build:
    commands:
      - |
        if [ -f package.json ]; then
          npm ci
        fi
      - >-
        aws s3 sync dist
        s3://$BUCKET
      - "export NAME=$(grep name package.json | awk -F: '{ print $2 }')"
      - 'echo "status: done"'
      - echo {"a":1} > out.json
`,
  'users of the whole and of a phase': 'version: 0.2\nrun-as: builder\nphases:\n  install:\n    run-as: root\n    commands: [yum install -y jq]\n  build:\n    commands: [make]\n',
  ...Object.fromEntries(['ABORT', 'CONTINUE', 'RETRY', 'RETRY-0', 'RETRY-3', 'RETRY-100', 'RETRY-.*Error: 5\\d\\d.*', 'RETRY-2-.*time-?out.*', 'RETRY-5xx'].map(answer => [
    `${answer} on failure`, `version: 0.2\nphases:\n  build:\n    on-failure: '${answer}'\n    commands: [make]\n`,
  ])),
  'bash': with02('env:\n  shell: bash'),
  'the plain shell': with02('env:\n  shell: /bin/sh'),
  'variables of all kinds': with02(`
env:
  variables:
    JAVA_HOME: "/usr/lib/jvm/java-21"
    RETRIES: 3
    DEBUG: true
    EMPTY: ""
    lower_case: x
  parameter-store:
    PASSWORD: /shop/docker/password
    PINNED: shop-token:3
    SHARED: arn:aws:ssm:eu-west-1:111111111111:parameter/shop/token
  secrets-manager:
    WHOLE: shop/database
    KEY: shop/database:password
    STAGED: shop/database:password:AWSPREVIOUS
    VERSIONED: shop/database:password::a1b2c3d4-0000-1111-2222-333344445555
    ELSEWHERE: arn:aws:secretsmanager:eu-west-1:222222222222:secret:shop/database-Ab1Cd2:password
  exported-variables:
    - IMAGE_TAG
    - COMMIT
  git-credential-helper: yes
`),
  'a proxy': with02('proxy:\n  upload-artifacts: yes\n  logs: no'),
  'artifacts, all of them': with02('artifacts:\n  files:\n    - "**/*"'),
  'one pattern of artifacts': with02('artifacts:\n  files: "**/*"'),
  'artifacts with a name, a folder and exceptions': with02(`
artifacts:
  files:
    - target/shop-1.0.jar
    - appspec.yml
  name: shop-$(date +%Y-%m-%d)
  base-directory: 'dist*'
  exclude-paths:
    - '**/*.map'
    - tmp/**/*
  discard-paths: yes
  enable-symlinks: no
  s3-prefix: releases
`),
  'exceptions without a list': with02('artifacts:\n  files: ["**/*"]\n  exclude-paths: ./**/.git/**/*'),
  'artifacts from a folder elsewhere': with02('artifacts:\n  files: ["**/*"]\n  base-directory: /tmp/out'),
  'artifacts from a folder of a variable': with02('artifacts:\n  files: ["**/*"]\n  base-directory: $CODEBUILD_SRC_DIR/dist'),
  'several artifacts': with02(`
artifacts:
  files:
    - '**/*'
  secondary-artifacts:
    site:
      base-directory: dist
      files:
        - '**/*'
      name: site-$CODEBUILD_BUILD_NUMBER
    docs:
      files:
        - docs/**/*
      discard-paths: no
`),
  'secondary artifacts alone': with02('artifacts:\n  secondary-artifacts:\n    site:\n      files: ["dist/**/*"]'),
  'reports of a group that there is, and of a new one': with02(`
reports:
  arn:aws:codebuild:eu-west-1:111111111111:report-group/shop-unit:
    files:
      - "**/*"
    base-directory: target/tests/reports
    discard-paths: no
  Coverage:
    files:
      - coverage/clover.xml
    file-format: CLOVERXML
`),
  'five groups of reports': with02(`reports:\n${['JunitXml', 'CUCUMBERJSON', 'NUNIT3XML', 'JACOCOXML', 'SIMPLECOV'].map(format => `  ${format}:\n    files: '*.xml'\n    file-format: ${format}`).join('\n')}`),
  'a cache': with02("cache:\n  paths:\n    - '/root/.m2/**/*'\n    - node_modules/**/*"),
  'a cache with keys': with02(`
cache:
  key: npm-$(codebuild-hash-files package-lock.json)
  fallback-keys: [npm-main-, npm-, n, p, m]
  action: restore
  paths: [/root/.npm/**/*]
`),
  'JSON': JSON.stringify({ version: 0.2, phases: { build: { commands: ['make'] } }, artifacts: { files: ['**/*'] } }, undefined, 2),
  'anchors': 'version: 0.2\nx-common: &common\n  - make\nphases:\n  pre_build: &first\n    commands: *common\n  build:\n    <<: *first\n    on-failure: ABORT\n',
  'sections of which all is commented out': with02('env:\n  variables:\n    # A: b\nreports:\ncache:'),
  'a comment, a document\'s begin and a blank line': `# the shop's build\n---\n\nversion: 0.2\n${PHASES}`,
};

export const VALID_BATCHES: Readonly<Record<string, string>> = {
  'a list of builds': with02(`
batch:
  fast-fail: false
  build-list:
    - identifier: linux_small
      env:
        compute-type: BUILD_GENERAL1_SMALL
      ignore-failure: true
    - identifier: windows_medium
      env:
        type: WINDOWS_SERVER_2022_CONTAINER
        image: aws/codebuild/windows-base:2022-1.0
        compute-type: BUILD_GENERAL1_MEDIUM
`),
  'a graph of builds': with02(`
batch:
  fast-fail: true
  build-graph:
    - identifier: first
      debug-session: true
      env:
        variables:
          STEP: 1
    - identifier: second
      buildspec: ci/second.yml
      env:
        compute-type: BUILD_LAMBDA_2GB
        type: ARM_LAMBDA_CONTAINER
        privileged-mode: false
      depend-on:
        - first
    - identifier: third
      env:
        fleet: arn:aws:codebuild:eu-west-1:111111111111:fleet/shop
      depend-on: [first, second]
`),
  'a matrix of builds': with02(`
batch:
  build-matrix:
    static:
      ignore-failure: false
      env:
        type: LINUX_CONTAINER
        privileged-mode: true
    dynamic:
      buildspec:
        - unit.yml
        - integration.yml
      env:
        compute-type: [BUILD_GENERAL1_SMALL, BUILD_GENERAL1_LARGE]
        image:
          - aws/codebuild/amazonlinux2-x86_64-standard:5.0
          - aws/codebuild/standard:7.0
        variables:
          NODE: [20, 22]
`),
  'tests that are dealt out': with02('batch:\n  fast-fail: false\n  build-fanout:\n    parallelism: 5\n    ignore-failure: false'),
  'builds that have buildspecs of their own': 'version: 0.2\nbatch:\n  build-list:\n    - buildspec: a.yml\n    - buildspec: b.yml\n',
};
