/** The valid pipeline in a stack whose account and region are known. */

import { type Check, findingsOf, type Finding } from '../../../src/checks';
import { deploymentsOf } from '../../../src/plan';
import { type Json, validTemplate } from '../fixture';

export function inIreland(check: Check, change: (pipeline: Json) => void): Finding[] {
  const template = validTemplate();
  change(template.Resources.Pipeline.Properties);
  const stack = {
    file: '/app/template.json',
    template,
    stackName: 'Shop',
    account: '111111111111',
    region: 'eu-west-1',
    parameters: {},
    paths: {},
    acknowledgements: [],
    nested: () => ({}),
  };
  return findingsOf(deploymentsOf('/app', [stack]), [check]);
}
