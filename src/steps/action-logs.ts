import { StepContext } from './step-context';

/**
 * Keeps the log group of an action that runs in the service's own compute. The service would make the group itself and
 * keep its logs for ever; where the action works in another account or region, it still does.
 */
export function keepLogs({ host, account, region }: StepContext) {
  if (account === host.account && region === host.region) host.logGroup();
}
