import { Aws } from 'aws-cdk-lib';
import { StackSetOrganizationsAutoDeployment } from 'aws-cdk-lib/aws-codepipeline-actions';
import {
  Deploy, FailureConcurrency, RegionConcurrency, StackInstancesProps, StackSetCaller, StackSetPermissions, StackSetProps, StackTargets,
} from '../../src';
import { buildOf, refusalOf, renderedWith } from '../fixture';

const REGIONS = ['eu-west-1'];
const ACCOUNTS = StackTargets.accounts(['222222222222'], REGIONS);
const UNITS = StackTargets.organizationalUnits(['ou-ab12-cdef3456'], REGIONS);
const SERVICE_MANAGED = StackSetPermissions.serviceManaged();

const set = (props: Partial<StackSetProps> = {}) => Deploy.stackSet('Set', { stackSetName: 'shop', ...props });
const instances = (props: Partial<StackInstancesProps> = {}) => Deploy.stackInstances('Set', { stackSetName: 'shop', targets: ACCOUNTS, ...props });
const configuration = (step = set()) => renderedWith(step).action('Stage/Set').Configuration;

describe('a stack set', () => {
  test('is `template.yaml` of its artifact and self-managed, unless told otherwise', () => {
    expect(configuration()).toEqual({ StackSetName: 'shop', TemplatePath: 'Source::template.yaml', PermissionModel: 'SELF_MANAGED' });
  });

  test('says how it is worked on', () => {
    expect(configuration(set({
      permissions: SERVICE_MANAGED,
      targets: UNITS,
      failureTolerancePercentage: 0,
      maxConcurrentPercentage: 100,
      regionConcurrency: RegionConcurrency.PARALLEL,
      concurrencyMode: FailureConcurrency.SOFT_FAILURE_TOLERANCE,
      callAs: StackSetCaller.DELEGATED_ADMIN,
    }))).toEqual({
      StackSetName: 'shop',
      TemplatePath: 'Source::template.yaml',
      PermissionModel: 'SERVICE_MANAGED',
      DeploymentTargets: 'ou-ab12-cdef3456',
      Regions: 'eu-west-1',
      FailureTolerancePercentage: '0',
      MaxConcurrentPercentage: '100',
      RegionConcurrencyType: 'PARALLEL',
      ConcurrencyMode: 'SOFT_FAILURE_TOLERANCE',
      CallAs: 'DELEGATED_ADMIN',
    });
  });

  test('finds template, parameters and targets in one artifact', () => {
    expect(configuration(set({ templatePath: 'out/shop.yaml', parametersPath: 'out/parameters.json', targets: StackTargets.file('out/accounts.json', REGIONS) })))
      .toMatchObject({ TemplatePath: 'Source::out/shop.yaml', Parameters: 'Source::out/parameters.json', DeploymentTargets: 'Source::out/accounts.json' });
  });

  test('takes parameters, and keeps those that it is told to keep', () => {
    expect(configuration(set({ parameters: { Size: 'large' }, keptParameters: ['Image'] })).Parameters)
      .toBe('ParameterKey=Size,ParameterValue=large ParameterKey=Image,UsePreviousValue=true');
  });

  test('may say that it brings its stacks to no new accounts, and have targets', () => {
    const permissions = StackSetPermissions.serviceManaged({ autoDeployment: StackSetOrganizationsAutoDeployment.DISABLED });
    expect(configuration(set({ permissions, targets: UNITS }))).toMatchObject({ OrganizationsAutoDeployment: 'Disabled', DeploymentTargets: 'ou-ab12-cdef3456' });
  });

  test.each<[string, Partial<StackSetProps>, RegExp]>([
    ['a name that begins with a digit', { stackSetName: '1shop' }, /"1shop" is not allowed\.[^]*a letter first[^]*where: Set/],
    ['a name of 129 characters', { stackSetName: 'x'.repeat(129) }, /1 to 128/],
    ['accounts when it is service-managed', { permissions: SERVICE_MANAGED, targets: ACCOUNTS }, /its targets are accounts\.[^]*selfManaged/],
    ['organizational units when it is self-managed', { targets: UNITS }, /its targets are organizational units\.[^]*serviceManaged/],
    ['targets when it follows its organizational units', {
      permissions: StackSetPermissions.serviceManaged({ autoDeployment: StackSetOrganizationsAutoDeployment.ENABLED }), targets: UNITS,
    }, /one of `autoDeployment` and `targets`/],
    ['a delegated administrator when it is self-managed', { callAs: StackSetCaller.DELEGATED_ADMIN }, /Leave `callAs` out/],
    ['a tolerance of 101 percent', { failureTolerancePercentage: 101 }, /`failureTolerancePercentage` is 101\.[^]*0 to 100/],
    ['a concurrency of no percent', { maxConcurrentPercentage: 0 }, /`maxConcurrentPercentage` is 0\.[^]*1 to 100/],
    ['half a percent', { maxConcurrentPercentage: 0.5 }, /whole number/],
    ['a parameter with a space', { parameters: { Owner: 'the shop' } }, /Owner is "the shop"[^]*`parametersPath`/],
    ['a parameter with a comma', { parameters: { Zones: 'a,b' } }, /`parametersPath`/],
    ['an empty parameter', { parameters: { Owner: '' } }, /`parametersPath`/],
    ['parameters here and in a file', { parameters: { Size: 'large' }, parametersPath: 'parameters.json' }, /here and in a file/],
    ['a parameter that is given and kept', { parameters: { Size: 'large' }, keptParameters: ['Size'] }, /"Size" has a value, and is to keep/],
  ])('is refused %s', (_what, props, expected) => {
    expect(refusalOf(() => set(props))).toMatch(expected);
  });
});

describe('stacks of a stack set', () => {
  test('read nothing when nothing is in a file', () => {
    const rendered = renderedWith(instances({ parameters: { Size: 'small' } }));
    expect(rendered.inputs('Stage/Set')).toEqual([]);
    expect(rendered.artifactStatements('Stage/Set')).toEqual([]);
    expect(rendered.action('Stage/Set').Configuration).toEqual({
      StackSetName: 'shop', DeploymentTargets: '222222222222', Regions: 'eu-west-1', ParameterOverrides: 'ParameterKey=Size,ParameterValue=small',
    });
  });

  test.each<[string, Partial<StackInstancesProps>, object]>([
    ['targets', { targets: StackTargets.file('accounts.json', REGIONS) }, { DeploymentTargets: 'Source::accounts.json' }],
    ['parameters', { parametersPath: 'overrides.json' }, { ParameterOverrides: 'Source::overrides.json' }],
  ])('read the artifact when their %s are in a file', (_what, props, expected) => {
    expect(configuration(instances(props))).toMatchObject(expected);
  });

  test('read the artifact that they are told to read', () => {
    const build = buildOf('Build', 'out');
    expect(renderedWith(build, instances({ targets: StackTargets.file('accounts.json', REGIONS), input: build })).action('Stage/Set').Configuration.DeploymentTargets)
      .toBe('Build::accounts.json');
  });
});

describe('targets', () => {
  test('may only be known when they are deployed', () => {
    expect(() => StackTargets.accounts([Aws.ACCOUNT_ID], [Aws.REGION])).not.toThrow();
  });

  test('may be the root of the organization', () => {
    expect(() => StackTargets.organizationalUnits(['r-ab12'], REGIONS)).not.toThrow();
  });

  test.each<[string, () => unknown, RegExp]>([
    ['no account', () => StackTargets.accounts([], REGIONS), /do not name an account\./],
    ['an account of eleven digits', () => StackTargets.accounts(['22222222222'], REGIONS), /"22222222222" is not an account\.[^]*twelve digits/],
    ['no region', () => StackTargets.accounts(['222222222222'], []), /do not name a region\./],
    ['a zone as a region', () => StackTargets.accounts(['222222222222'], ['eu-west-1a']), /"eu-west-1a" is not a region\./],
    ['an account as an organizational unit', () => StackTargets.organizationalUnits(['222222222222'], REGIONS), /is not an organizational unit\./],
    ['no file', () => StackTargets.file('', REGIONS), /has no path/],
  ])('are refused with %s', (_what, call, expected) => {
    expect(refusalOf(call)).toMatch(expected);
  });
});
