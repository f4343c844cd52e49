/** Which names speak of production, and which of another environment. */

import { wordsOf } from './words';

const PRODUCTION = new Set(['prod', 'prd', 'production', 'live']);
const DENIALS = new Set(['non', 'no', 'not', 'pre', 'un', 'sub']);
const OTHERS = new Set([
  'dev', 'develop', 'development', 'test', 'testing', 'qa', 'uat', 'int', 'integration', 'staging', 'preprod', 'preproduction', 'nonprod',
  'alpha', 'beta', 'gamma', 'sandbox', 'preview', 'demo',
]);

/** `Production`, `prod-eu`, `DeployProd`; neither `pre-prod` nor `ProdLike` nor `Products`. */
export function isProduction(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word, index) => PRODUCTION.has(word) && !DENIALS.has(words[index - 1]) && words[index + 1] !== 'like');
}

export function isOtherEnvironment(name: string): boolean {
  return !isProduction(name) && wordsOf(name).some(word => OTHERS.has(word));
}
