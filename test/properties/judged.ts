/** Templates with a pipeline that nothing is wrong with, and what the checks find in what becomes of them. */

import * as fc from 'fast-check';
import { Json } from './mutations/subject';
import { decisions, SEED, synthesize } from './programs';
import { Check, CHECKS, Finding, findingsOf } from '../../src/checks';
import { deploymentsOf } from '../../src/plan';
import { yamlReader } from '../../src/plan/parse-yaml';
import { validTemplate } from '../checks/fixture';

/** The valid template of the checks' own tests, and those of some random programs. */
export function validTemplates(count: number): Json[] {
  const valid = [validTemplate()];
  for (const numbers of fc.sample(decisions, { seed: SEED, numRuns: 4 * count })) {
    const templates = valid.length > count ? undefined : synthesize(numbers)?.templates;
    if (templates) valid.push(JSON.parse(templates['Delivery.template.json']));
  }
  return valid;
}

/** What checks find in a template: in a stack whose place is known. */
export function found(template: Json, checks: readonly Check[] = CHECKS): Finding[] {
  const place = { account: '111111111111', region: 'eu-west-1' };
  const stack = { file: '/app/template.json', template, stackName: 'Shop', parameters: {}, paths: {}, acknowledgements: [], nested: () => ({}), ...place };
  return findingsOf(deploymentsOf('/app', [stack], yamlReader()), checks);
}

export function errorsIn(template: Json): Finding[] {
  return found(template).filter(({ severity }) => severity === 'error');
}
