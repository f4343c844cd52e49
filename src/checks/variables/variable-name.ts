import { VARIABLE_NAME as RULE } from '../../catalog/names';
import { type Check, LIMITS } from '../check';
import { knownPart, lacks, shown } from '../known';
import { twice } from '../twice';

export const VARIABLE_NAME: Check = {
  id: 'conveyor:variable-name',
  severity: 'error',
  title: 'A variable of the pipeline has no name, one that is not allowed, or that of another',
  why: 'CodePipeline refuses the pipeline.',
  mend: `Name each variable differently, with ${RULE.allowed}.`,
  source: LIMITS,
  * find({ declared }) {
    const variables = declared.at('Variables').items;
    for (const variable of variables) {
      const name = variable.at('Name');
      const known = knownPart(name);
      if (variable.text !== undefined) yield { at: variable, wrong: `The variable ${shown(variable.text)} is no object.`, mend: `Write it as \`Name: ${variable.text}\`.` };
      if (lacks(variable, 'Name')) yield { at: variable, wrong: 'The variable has no name.' };
      if (known !== undefined && !(name.unknown && known === '') && !RULE.pattern.test(known)) {
        yield { at: name, wrong: `The name ${shown(name.written ?? known)} is not allowed.`, mend: `Use ${RULE.allowed}.` };
      }
    }
    for (const { at, text } of twice(variables.map(variable => variable.at('Name')))) {
      yield { at, wrong: `There are two variables with the name "${text}".`, mend: 'Leave one of them out.' };
    }
  },
};
