import { NAME } from '../../catalog/names';
import { type Check, LIMITS } from '../check';
import { knownPart, lacks, shown } from '../known';
import { conditionsOf } from '../parts';
import { twice } from '../twice';

export const RULE_NAME: Check = {
  id: 'conveyor:rule-name',
  severity: 'error',
  title: 'A rule has no name, one that is not allowed, or the name of another rule of its condition',
  why: 'CodePipeline refuses the pipeline.',
  mend: `Give each rule of a condition a name of its own: ${NAME.allowed}.`,
  source: LIMITS,
  * find(pipeline) {
    for (const { condition } of conditionsOf(pipeline)) {
      for (const { declared } of condition.rules) {
        const name = declared.at('Name');
        const known = knownPart(name);
        if (lacks(declared, 'Name')) yield { at: declared, wrong: 'The rule has no name.' };
        if (known === undefined || (name.unknown && known === '')) continue;
        if (!NAME.pattern.test(known)) yield { at: name, wrong: `The rule name ${shown(name.written ?? known)} is not allowed.` };
      }
      for (const { at, text } of twice(condition.rules.map(({ declared }) => declared.at('Name')))) {
        yield { at, wrong: `Two rules of the condition are named ${shown(text)}.` };
      }
    }
  },
};
