/** What each kind of action and rule must be able to call: from reference §2 and AWS's documentation, and not from the rows of the catalog. */

import { BUILDS } from './builds';
import { CLOUDFORMATION } from './cloudformation';
import { DEPLOYS } from './deploys';
import { elasticBeanstalk } from './elastic-beanstalk';
import { INVOKES, RULES } from './invokes';
import { NeedsOf } from './need';
import { SOURCES } from './sources';

/** By `category/owner/provider`. Actions of Custom types, and of partners, call nothing with a role of ours: the service hands them their artifacts. */
export const ACTIONS: Readonly<Record<string, NeedsOf>> = {
  ...SOURCES,
  ...BUILDS,
  ...INVOKES,
  ...CLOUDFORMATION,
  ...DEPLOYS,
  'Deploy/AWS/ElasticBeanstalk': elasticBeanstalk,
  'Invoke/ThirdParty/Snyk': () => [],
};

/** @throws for an action type without an entry */
export function needsOfAction(category: string, owner: string, provider: string): NeedsOf {
  if (owner === 'Custom') return () => [];
  const entry = ACTIONS[`${category}/${owner}/${provider}`];
  if (entry) return entry;
  throw new Error(`Nobody has said what ${category}/${owner}/${provider} must be able to call: say so in test/proof/needed.`);
}

/** @throws for a rule without an entry */
export function needsOfRule(provider: string): NeedsOf {
  const entry = RULES[provider];
  if (entry) return entry;
  throw new Error(`Nobody has said what the rule ${provider} must be able to call: say so in test/proof/needed.`);
}
