import { Duration, Token } from 'aws-cdk-lib';
import { DEVICE_FARM } from '../../catalog/builds';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { DefaultInput, IArtifactProducer, IStep, Step } from '../step';

/** What kind of app is tested. */
export enum DeviceFarmAppType {
  /** An Android app: an `.apk`. */
  ANDROID = 'Android',
  /** An iOS app: an `.ipa`. */
  IOS = 'iOS',
  /** A web app. */
  WEB = 'Web',
}

/** How an app is tested. */
export enum DeviceFarmTestType {
  /** Appium, Java with JUnit. */
  APPIUM_JAVA_JUNIT = 'APPIUM_JAVA_JUNIT',
  /** Appium, Java with TestNG. */
  APPIUM_JAVA_TESTNG = 'APPIUM_JAVA_TESTNG',
  /** Appium, Node.js. */
  APPIUM_NODE = 'APPIUM_NODE',
  /** Appium, Ruby. */
  APPIUM_RUBY = 'APPIUM_RUBY',
  /** Appium, Python. */
  APPIUM_PYTHON = 'APPIUM_PYTHON',
  /** Appium for a web app, Java with JUnit. */
  APPIUM_WEB_JAVA_JUNIT = 'APPIUM_WEB_JAVA_JUNIT',
  /** Appium for a web app, Java with TestNG. */
  APPIUM_WEB_JAVA_TESTNG = 'APPIUM_WEB_JAVA_TESTNG',
  /** Appium for a web app, Node.js. */
  APPIUM_WEB_NODE = 'APPIUM_WEB_NODE',
  /** Appium for a web app, Ruby. */
  APPIUM_WEB_RUBY = 'APPIUM_WEB_RUBY',
  /** Appium for a web app, Python. */
  APPIUM_WEB_PYTHON = 'APPIUM_WEB_PYTHON',
  /** Random events, without a test of yours. */
  BUILTIN_FUZZ = 'BUILTIN_FUZZ',
  /** Android's own: Espresso, Robotium, JUnit. */
  INSTRUMENTATION = 'INSTRUMENTATION',
  /** iOS' own, below the surface. */
  XCTEST = 'XCTEST',
  /** iOS' own, through the surface. */
  XCTEST_UI = 'XCTEST_UI',
}

/** A radio of a device. */
export enum DeviceFarmRadio {
  /** Bluetooth. */
  BLUETOOTH = 'Bluetooth',
  /** Position. */
  GPS = 'Gps',
  /** Near field communication. */
  NFC = 'Nfc',
  /** WLAN. */
  WIFI = 'Wifi',
}

/** A test of an app on real phones and tablets. */
export interface DeviceFarmProps {
  /** The id of the Device Farm project: the last part of its ARN. */
  readonly projectId: string;
  /** The ARN of the devices to test on, in the pipeline's region. */
  readonly devicePoolArn: string;
  /** What kind of app it is. */
  readonly appType: DeviceFarmAppType;
  /** The file of the app in the artifact, for example `app-release.apk`. */
  readonly app: string;
  /** How it is tested. */
  readonly testType: DeviceFarmTestType;
  /**
   * The file of the tests in the artifact. Every type but BUILTIN_FUZZ has one.
   * @default - none
   */
  readonly test?: string;
  /**
   * The file in the artifact that says how the tests are run, for an environment of one's own.
   * @default - Device Farm's standard environment
   */
  readonly testSpec?: string;
  /**
   * How many random events there are: 1 to 10,000; only BUILTIN_FUZZ.
   * @default - Device Farm's
   */
  readonly fuzzEventCount?: number;
  /**
   * How long to wait between two random events: 1 to 1,000 milliseconds; only BUILTIN_FUZZ.
   * @default - Device Farm's
   */
  readonly fuzzEventThrottle?: Duration;
  /**
   * A number that makes the random events the same each time; only BUILTIN_FUZZ.
   * @default - other events each time
   */
  readonly fuzzRandomizerSeed?: number;
  /**
   * The radios that are on when the test begins; the others are off.
   * @default - as the devices are
   */
  readonly radios?: DeviceFarmRadio[];
  /**
   * Records CPU, memory and frames.
   * @default - Device Farm's
   */
  readonly recordPerformance?: boolean;
  /**
   * Records a video.
   * @default - Device Farm's
   */
  readonly recordVideo?: boolean;
  /**
   * How long the test may take on each device: whole minutes.
   * @default - the project's
   */
  readonly timeout?: Duration;
  /**
   * Tests only on devices that are paid for by slots.
   * @default false
   */
  readonly unmeteredDevicesOnly?: boolean;
  /**
   * What it works on.
   * @default - what was built last; the pipeline's first source where nothing was built
   */
  readonly input?: IArtifactProducer;
  /**
   * Steps of the same stage that must have ended before.
   * @default - only the artifacts decide
   */
  readonly after?: IStep[];
}

export function deviceFarmStep(stepName: string, props: DeviceFarmProps): Step {
  const fuzz = props.testType === DeviceFarmTestType.BUILTIN_FUZZ;
  const throttle = props.fuzzEventThrottle?.toMilliseconds();
  if (!fuzz && !props.test) refuse(stepName, `The step has no test of the type ${props.testType}.`, 'Name its file with `test`.');
  if (!fuzz && [props.fuzzEventCount, throttle, props.fuzzRandomizerSeed].some(given => given !== undefined)) {
    refuse(stepName, `A test of the type ${props.testType} has no random events.`, 'Leave the `fuzz…` settings out, or test with BUILTIN_FUZZ.');
  }
  within(stepName, 'random events', props.fuzzEventCount, 10_000);
  within(stepName, 'milliseconds between two random events', throttle, 1_000);
  const radio = (one: DeviceFarmRadio) => props.radios && String(props.radios.includes(one));
  return new ProviderStep({
    stepName,
    row: DEVICE_FARM,
    inputs: props.input ? [props.input] : [],
    defaultInput: DefaultInput.BUILT,
    after: props.after,
    configure: (scope, context) => {
      const poolRegion = props.devicePoolArn.split(':')[3];
      if (![poolRegion, context.region, props.devicePoolArn].some(text => Token.isUnresolved(text)) && poolRegion !== context.region) {
        refuse(scope, `The devices are in ${poolRegion}, and the action works in ${context.region}.`, `Put the pipeline into ${poolRegion}: tests run in the pipeline's region.`);
      }
      return {
        configuration: {
          AppType: props.appType,
          ProjectId: props.projectId,
          App: props.app,
          DevicePoolArn: props.devicePoolArn,
          TestType: props.testType,
          Test: props.test,
          TestSpec: props.testSpec,
          FuzzEventCount: props.fuzzEventCount?.toString(),
          FuzzEventThrottle: throttle?.toString(),
          FuzzRandomizerSeed: props.fuzzRandomizerSeed?.toString(),
          RadioBluetoothEnabled: radio(DeviceFarmRadio.BLUETOOTH),
          RadioGpsEnabled: radio(DeviceFarmRadio.GPS),
          RadioNfcEnabled: radio(DeviceFarmRadio.NFC),
          RadioWifiEnabled: radio(DeviceFarmRadio.WIFI),
          RecordAppPerformanceData: props.recordPerformance?.toString(),
          RecordVideo: props.recordVideo?.toString(),
          JobTimeoutMinutes: props.timeout?.toMinutes().toString(),
          UnmeteredDevicesOnly: props.unmeteredDevicesOnly?.toString(),
        },
      };
    },
  });
}

function within(stepName: string, what: string, given: number | undefined, most: number) {
  if (given !== undefined && !(Number.isInteger(given) && given >= 1 && given <= most)) {
    refuse(stepName, `The step has ${given} ${what}.`, `Device Farm takes a whole number of 1 to ${most}.`);
  }
}
