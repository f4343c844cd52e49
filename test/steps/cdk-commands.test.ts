/** The commands of a synth run and of a look at change sets, run in bash with programs that only note how they were called. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { LIVE, SelfDelivering, stageIn } from './cdk-app';
import { Deploy } from '../../src';
import { afterSynth } from '../../src/steps/cdk-app/commands';

const WATCHED = new Map([['BROADENS_Live', ['Live/Data']]]);
const DUTIES = { assembly: 'cdk.out', self: { pipelineName: 'Web', stack: 'Shop' }, manifests: ['live.assets.json', 'it\'s.assets.json'], watched: WATCHED };

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'commands-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a script with `npx`, `node` and `aws` that answer as these lines of bash say. */
function run(script: string, { npx = '', node = '', aws = '', env = {} }: { npx?: string; node?: string; aws?: string; env?: Record<string, string> }) {
  for (const [name, body] of Object.entries({ npx, node, aws, npm: '' })) {
    writeFileSync(path.join(folder, name), `#!/bin/bash\necho "${name} $*" >> "${folder}/calls"\n${body}\n`, { mode: 0o755 });
  }
  writeFileSync(path.join(folder, 'calls'), '');
  const { status, stdout } = spawnSync('bash', ['-c', `${script}\nstatus=$?\necho "BROADENS=$BROADENS_Live"\nexit $status`], {
    encoding: 'utf8', env: { PATH: `${folder}:${process.env.PATH}`, CONVEYOR_EXECUTION: 'e-1', AWS_REGION: 'eu-west-1', CODEBUILD_BUILD_ID: 'web:b-1', ...env },
  });
  const calls = readFileSync(path.join(folder, 'calls'), 'utf8').trimEnd().replace(/node -e [^]*?exitCode = 1; }\);/, 'publish').split('\n')
    .filter(call => !call.startsWith('npm install --silent')).map(call => call.replace(/npx --yes --package aws-cdk@\S+ -- /, ''));
  return { status, stdout, calls };
}

const UNCHANGED = 'cdk diff Shop --app cdk.out --method template --fail';
const DEPLOY = 'cdk deploy Shop --app cdk.out --require-approval never';

describe('after synthesis', () => {
  test('a pipeline that has not changed is not deployed: its assets are published', () => {
    expect(run(afterSynth(DUTIES)!, {})).toMatchObject({
      status: 0,
      calls: [
        UNCHANGED,
        'cdk diff Live/Data --app cdk.out --method template --exclusively --fail-on broadening',
        'publish cdk.out/live.assets.json cdk.out/it\'s.assets.json',
      ],
    });
  });

  test('a pipeline that has changed is deployed and begins anew, and nothing is published by this execution', () => {
    const changedOnce = `[[ "$*" != *--fail || -e "${'$'}{0%/*}/deployed" ]] || exit 1; [[ "$*" != *deploy* ]] || touch "${'$'}{0%/*}/deployed"`;
    expect(run(afterSynth(DUTIES)!, { npx: changedOnce })).toMatchObject({
      status: 0,
      calls: [
        UNCHANGED, DEPLOY, UNCHANGED,
        'aws codepipeline start-pipeline-execution --name Web',
        'aws codepipeline stop-pipeline-execution --pipeline-name Web --pipeline-execution-id e-1 --reason Updated itself',
      ],
    });
  });

  test('an execution that the update has ended already cannot be stopped, and that is well', () => {
    const changedOnce = `[[ "$*" != *--fail || -e "${'$'}{0%/*}/deployed" ]] || exit 1; [[ "$*" != *deploy* ]] || touch "${'$'}{0%/*}/deployed"`;
    expect(run(afterSynth(DUTIES)!, { npx: changedOnce, aws: '[[ "$*" != *stop* ]]' }).status).toBe(0);
  });

  test('a pipeline that differs even after its update fails the run: it would begin anew for ever', () => {
    const { status, calls } = run(afterSynth(DUTIES)!, { npx: '[[ "$*" != *--fail ]]' });
    expect(status).toBe(1);
    expect(calls).toEqual([UNCHANGED, DEPLOY, UNCHANGED]);
  });

  test('a pipeline that cannot be deployed fails the run', () => {
    const { status, calls } = run(afterSynth(DUTIES)!, { npx: 'exit 1' });
    expect(status).toBe(1);
    expect(calls).toEqual([UNCHANGED, DEPLOY]);
  });

  test('an asset that cannot be published fails the run', () => {
    expect(run(afterSynth(DUTIES)!, { node: 'exit 1' }).status).not.toBe(0);
  });

  test.each([['broadens', 'exit 1', 'yes'], ['does not broaden', 'exit 0', 'no']])('a stage that %s permissions says so', (_what, answer, said) => {
    expect(run(afterSynth(DUTIES)!, { npx: `[[ "$*" == *broadening ]] || exit 0; ${answer}` }).stdout).toContain(`BROADENS=${said}`);
  });

  test('on a laptop nothing is done, and what was not compared counts as broader', () => {
    const { status, stdout, calls } = run(afterSynth(DUTIES)!, { env: { CONVEYOR_LOCAL: '1' } });
    expect([status, calls]).toEqual([0, ['']]);
    expect(stdout).toContain('BROADENS=yes');
  });
});

describe('the look at change sets', () => {
  const app = new SelfDelivering({ selfUpdate: false });
  app.pipeline.addEnvironment('Live', { env: LIVE, deploy: [Deploy.cdk(stageIn(app.app), { approveChanges: {} })] });
  const spec = app.rendered().all('AWS::CodeBuild::Project').find(one => one.Name === 'Web-Live-Deploy-Changes').Source.BuildSpec;
  const script = `${JSON.parse(spec).phases.build.commands[0]}\necho "LINK=$CHANGES_LINK"`;
  const assume = 'if [[ "$*" == *assume-role* ]]; then echo "id key token"; exit; fi';

  test('sums up what each would do, as the role that reads', () => {
    const { status, stdout, calls } = run(script, {
      aws: `${assume}; [[ "$*" != *--query* || "$*" != *Live-Data* ]] || echo "Modify AWS::SNS::Topic Topic (replaced) $AWS_ACCESS_KEY_ID"`,
    });
    expect(status).toBe(0);
    expect(stdout).toContain('Live-Data: Modify AWS::SNS::Topic Topic (replaced) id;');
    expect(stdout).toContain('Live-Alarms: nothing;');
    expect(stdout).toContain('LINK=https://eu-west-1.console.aws.amazon.com/codesuite/codebuild/projects/web/build/web%3Ab-1');
    expect(calls[0]).toMatch(/sts assume-role --role-arn arn:aws:iam::333333333333:role\/cdk-hnb659fds-lookup-role-333333333333-eu-west-1/);
    expect(calls[1]).toBe('aws cloudformation describe-change-set --region eu-west-1 --stack-name Live-Alarms --change-set-name Conveyor --include-property-values');
  });

  test('is short enough for an approval', () => {
    const { stdout } = run(script, { aws: `${assume}; for i in {1..300}; do echo "Add AWS::SNS::Topic T$i"; done` });
    expect(/^.*Live-.*$/m.exec(stdout)![0].length).toBeLessThanOrEqual(700);
  });
});
