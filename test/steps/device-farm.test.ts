import { Duration } from 'aws-cdk-lib';
import { Build, DeviceFarmAppType, DeviceFarmProps, DeviceFarmRadio, DeviceFarmTestType, Test } from '../../src';
import { buildOf, HOME, pipelineIn, refusalOf, renderedWith, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const base: DeviceFarmProps = {
  projectId: 'p1',
  devicePoolArn: 'arn:aws:devicefarm:eu-west-1::devicepool:top',
  appType: DeviceFarmAppType.ANDROID,
  app: 'app.apk',
  testType: DeviceFarmTestType.INSTRUMENTATION,
  test: 'tests.apk',
};
const fuzz: DeviceFarmProps = { ...base, testType: DeviceFarmTestType.BUILTIN_FUZZ, test: undefined };
const configurationOf = (props: DeviceFarmProps) => renderedWith(Test.deviceFarm('Phones', props)).action('Stage/Phones').Configuration;

const common = { AppType: 'Android', ProjectId: 'p1', App: 'app.apk', DevicePoolArn: base.devicePoolArn };

test('a test of an app names the app, the tests and the devices', () => {
  expect(configurationOf(base)).toEqual({ ...common, TestType: 'INSTRUMENTATION', Test: 'tests.apk' });
});

test('radios that are not named are off', () => {
  expect(configurationOf({ ...base, radios: [DeviceFarmRadio.WIFI, DeviceFarmRadio.GPS] })).toMatchObject({
    RadioBluetoothEnabled: 'false', RadioGpsEnabled: 'true', RadioNfcEnabled: 'false', RadioWifiEnabled: 'true',
  });
});

test('random events need no test', () => {
  expect(configurationOf({
    ...fuzz, fuzzEventCount: 6000, fuzzEventThrottle: Duration.millis(50), fuzzRandomizerSeed: 7, recordVideo: true, timeout: Duration.minutes(20),
  })).toEqual({
    ...common, TestType: 'BUILTIN_FUZZ', FuzzEventCount: '6000', FuzzEventThrottle: '50', FuzzRandomizerSeed: '7', RecordVideo: 'true', JobTimeoutMinutes: '20',
  });
});

test('what was built last is tested', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack, { builds: [buildOf('Build', 'out')], tests: [Test.deviceFarm('Phones', base)] });
  expect(Rendered.of(stack).inputs('Test/Phones')).toEqual(['Build']);
});

test('an app may be said to be tested whatever else was built', () => {
  const stack = stackIn(HOME);
  const app = Build.codeBuild('App', { commands: ['make'], output: 'out' });
  pipelineIn(stack, { builds: [app, buildOf('Docs', 'docs')], tests: [Test.deviceFarm('Phones', { ...base, input: app })] });
  expect(Rendered.of(stack).inputs('Test/Phones')).toEqual(['App']);
});

describe('refused is', () => {
  test.each<[string, DeviceFarmProps, RegExp]>([
    ['a type that needs a test, without one', { ...base, test: undefined }, /no test of the type INSTRUMENTATION[^]*`test`/],
    ['random events of another type', { ...base, fuzzEventCount: 10 }, /has no random events/],
    ['too many random events', { ...fuzz, fuzzEventCount: 10_001 }, /10001 random events[^]*1 to 10000/],
    ['too long a pause', { ...fuzz, fuzzEventThrottle: Duration.seconds(2) }, /2000 milliseconds[^]*1 to 1000/],
  ])('%s', (_what, props, expected) => {
    expect(refusalOf(() => Test.deviceFarm('Phones', props))).toMatch(expected);
  });

  test('a pool of devices in another region', () => {
    expect(refusalOf(() => renderedWith(Test.deviceFarm('Phones', { ...base, devicePoolArn: 'arn:aws:devicefarm:us-west-2::devicepool:top' }))))
      .toMatch(/The devices are in us-west-2, and the action works in eu-west-1\.[^]*Put the pipeline into us-west-2/);
  });
});
