import { Token } from 'aws-cdk-lib';
import { refuse } from '../../refuse';
import { Configuration } from '../catalog-action';

/** Whether regions are worked on one after another. */
export enum RegionConcurrency {
  /** one after another, in the order that they are given in */
  SEQUENTIAL = 'SEQUENTIAL',
  /** all at once */
  PARALLEL = 'PARALLEL',
}

/** How many accounts are worked on at a time once some have failed. */
export enum FailureConcurrency {
  /** fewer with every failure, so that there are never more failures than tolerated */
  STRICT_FAILURE_TOLERANCE = 'STRICT_FAILURE_TOLERANCE',
  /** as many as before: faster, and with more failures than tolerated at the worst */
  SOFT_FAILURE_TOLERANCE = 'SOFT_FAILURE_TOLERANCE',
}

/** Who the action is to CloudFormation. */
export enum StackSetCaller {
  /** the organization's management account, or any account with stack sets of its own */
  SELF = 'SELF',
  /** an account that the organization has made a delegated administrator */
  DELEGATED_ADMIN = 'DELEGATED_ADMIN',
}

/** How CloudFormation works on the stacks of a stack set. */
export interface StackOperationProps {
  /**
   * In each region, the share of the accounts that may fail before the operation stops: percent, a whole number from 0 to 100.
   * @default 0
   */
  readonly failureTolerancePercentage?: number;
  /**
   * The share of the accounts that are worked on at a time: percent, a whole number from 1 to 100. It is at least one account.
   * @default 1
   */
  readonly maxConcurrentPercentage?: number;
  /**
   * Whether regions are worked on one after another.
   * @default RegionConcurrency.SEQUENTIAL
   */
  readonly regionConcurrency?: RegionConcurrency;
  /**
   * How many accounts are worked on at a time once some have failed.
   * @default FailureConcurrency.STRICT_FAILURE_TOLERANCE
   */
  readonly concurrencyMode?: FailureConcurrency;
  /**
   * Who the action is to CloudFormation. Only service-managed stack sets know another one than `SELF`.
   * @default StackSetCaller.SELF
   */
  readonly callAs?: StackSetCaller;
}

/** The part of the configuration that both kinds of actions have. */
export function operation(stepName: string, stackSetName: string, props: StackOperationProps): Configuration {
  if (!Token.isUnresolved(stackSetName) && !/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(stackSetName)) {
    refuse(stepName, `The stack set name "${stackSetName}" is not allowed.`, 'Use 1 to 128 letters, digits and -, a letter first.');
  }
  return {
    StackSetName: stackSetName,
    FailureTolerancePercentage: percentage(stepName, 'failureTolerancePercentage', props.failureTolerancePercentage, 0),
    MaxConcurrentPercentage: percentage(stepName, 'maxConcurrentPercentage', props.maxConcurrentPercentage, 1),
    RegionConcurrencyType: props.regionConcurrency,
    ConcurrencyMode: props.concurrencyMode,
    CallAs: props.callAs,
  };
}

function percentage(stepName: string, name: string, value: number | undefined, least: number): string | undefined {
  if (value !== undefined && (!Number.isInteger(value) || value < least || value > 100)) {
    refuse(stepName, `\`${name}\` is ${value}.`, `Use a whole number from ${least} to 100.`);
  }
  return value?.toString();
}
