import { NAME } from '../../catalog/names';
import { type Check, LIMITS } from '../check';
import { knownPart, lacks, shown } from '../known';
import { conditionsOf } from '../parts';

export const RULE_NAME: Check = {
  id: 'conveyor:rule-name',
  severity: 'error',
  title: 'A rule has no name, one that is not allowed, or the name of another rule of its condition',
  why: 'CodePipeline refuses the pipeline.',
  mend: `Give each rule of a condition a name of its own: ${NAME.allowed}.`,
  source: LIMITS,
  * find(pipeline) {
    for (const { condition } of conditionsOf(pipeline)) {
      const seen = new Set<string>();
      for (const { declared } of condition.rules) {
        const name = declared.at('Name');
        const known = knownPart(name);
        if (lacks(declared, 'Name')) yield { at: declared, wrong: 'The rule has no name.' };
        if (known === undefined || (name.unknown && known === '')) continue;
        if (!NAME.pattern.test(known)) yield { at: name, wrong: `The rule name ${shown(name.written ?? known)} is not allowed.` };
        if (name.unknown) continue;
        if (seen.has(known)) yield { at: name, wrong: `Two rules of the condition are named ${shown(known)}.` };
        seen.add(known);
      }
    }
  },
};
