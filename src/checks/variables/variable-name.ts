import { VARIABLE_NAME as RULE } from '../../catalog/names';
import { type Check, LIMITS } from '../check';
import { knownPart, lacks, shown } from '../known';

export const VARIABLE_NAME: Check = {
  id: 'conveyor:variable-name',
  severity: 'error',
  title: 'A variable of the pipeline has no name, one that is not allowed, or that of another',
  why: 'CodePipeline refuses the pipeline.',
  mend: `Name each variable differently, with ${RULE.allowed}.`,
  source: LIMITS,
  * find({ declared }) {
    const seen = new Set<string>();
    for (const variable of declared.at('Variables').items) {
      const name = variable.at('Name');
      const known = knownPart(name);
      if (variable.text !== undefined) yield { at: variable, wrong: `The variable ${shown(variable.text)} is no object.`, mend: `Write it as \`Name: ${variable.text}\`.` };
      if (lacks(variable, 'Name')) yield { at: variable, wrong: 'The variable has no name.' };
      if (known !== undefined && !(name.unknown && known === '') && !RULE.pattern.test(known)) {
        yield { at: name, wrong: `The name ${shown(name.written ?? known)} is not allowed.`, mend: `Use ${RULE.allowed}.` };
      }
      if (name.text && seen.has(name.text)) yield { at: name, wrong: `There are two variables with the name "${name.text}".`, mend: 'Leave one of them out.' };
      seen.add(name.text ?? '');
    }
  },
};
