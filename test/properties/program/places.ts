import { Environment } from 'aws-cdk-lib';
import { World } from './world';

/** The account and region that something works in. */
export interface Place {
  readonly account: string;
  readonly region: string;
  /** undefined for the pipeline's own */
  readonly env?: Environment;
}

const ELSEWHERE: readonly Environment[] = [
  { account: '222222222222', region: 'eu-west-1' }, { account: '333333333333', region: 'us-east-1' }, { account: '111111111111', region: 'eu-central-1' },
  { account: '222222222222' }, { region: 'us-east-1' },
];

export function placeIn(world: World): Place {
  // what is elsewhere can only be told from a place that is known
  const env = !world.isPlaced ? undefined : world.choices.maybe(() => world.choices.pick(ELSEWHERE), 35);
  return { account: env?.account ?? world.account, region: env?.region ?? world.region, env };
}

export function homeOf({ account, region }: World): Place {
  return { account, region };
}
