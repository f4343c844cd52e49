import { Token } from 'aws-cdk-lib';
import { refuse } from '../../refuse';
import { Configuration } from '../catalog-action';

/** Where the stacks of a stack set stand: in every one of these places, in every one of these regions. */
export class StackTargets {
  /**
   * Accounts: for self-managed stack sets.
   *
   * @param accounts account numbers, of twelve digits
   * @param regions regions, in the order that they are worked on
   */
  static accounts(accounts: string[], regions: string[]): StackTargets {
    const where = 'StackTargets.accounts';
    each(where, accounts, /^\d{12}$/, 'an account', 'An account has twelve digits: "111111111111".');
    return new StackTargets('accounts', accounts.join(','), inRegions(where, regions));
  }

  /**
   * All accounts of organizational units: for service-managed stack sets.
   *
   * @param units the ids of units (`ou-ab12-cdef3456`) or of the organization's root (`r-ab12`)
   * @param regions regions, in the order that they are worked on
   */
  static organizationalUnits(units: string[], regions: string[]): StackTargets {
    const where = 'StackTargets.organizationalUnits';
    each(where, units, /^(ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|r-[0-9a-z]{4,32})$/, 'an organizational unit', 'Units have ids such as "ou-ab12-cdef3456", a root such as "r-ab12".');
    return new StackTargets('units', units.join(','), inRegions(where, regions));
  }

  /**
   * Accounts or organizational units that stand in a file of the artifact.
   *
   * @param path the path of a JSON file with a list of strings
   * @param regions regions, in the order that they are worked on
   */
  static file(path: string, regions: string[]): StackTargets {
    if (!path) refuse('StackTargets.file', 'The file has no path.', 'Give its path in the artifact.');
    return new StackTargets('file', path, inRegions('StackTargets.file', regions));
  }

  private constructor(
    /** What the targets are. @internal */
    public readonly _kind: 'accounts' | 'units' | 'file',
    private readonly targets: string,
    private readonly regions: string,
  ) {}

  /** The part of the configuration that says where. @internal */
  public _configuration(artifact: string | undefined): Configuration {
    return { DeploymentTargets: this._kind === 'file' ? `${artifact}::${this.targets}` : this.targets, Regions: this.regions };
  }
}

function inRegions(where: string, regions: string[]): string {
  each(where, regions, /^[a-z]{2,}(-[a-z]+)+-\d+$/, 'a region', 'Regions have names such as "eu-west-1".');
  return regions.join(',');
}

function each(where: string, values: string[], pattern: RegExp, what: string, mend: string) {
  if (!values.length) refuse(where, `The targets do not name ${what}.`, 'Name one at least.');
  const wrong = values.find(value => !Token.isUnresolved(value) && !pattern.test(value));
  if (wrong !== undefined) refuse(where, `"${wrong}" is not ${what}.`, mend);
}
