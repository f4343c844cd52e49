import { COMMANDS } from '../../catalog/builds';
import { EKS } from '../../catalog/compute-deploys';
import type { Declared } from '../../plan';
import { type Check, LIMITS, type Problem } from '../check';
import { knownPart, lacks, shown } from '../known';
import { actionsOf } from '../parts';
import { twice } from '../twice';

const [MOST, LONGEST] = [10, 2000];
const NAME = /^[A-Za-z0-9_]{1,128}$/;
const TYPES = ['PLAINTEXT', 'SECRETS_MANAGER'];

export const ENVIRONMENT_VARIABLES: Check = {
  id: 'conveyor:environment-variables',
  severity: 'error',
  title: 'The environment variables of an action are more than 10, or one of them is not allowed',
  why: 'CodePipeline refuses the pipeline: it takes 1 to 10, names of 1 to 128 letters, digits and _, values of 1 to 2000 characters.',
  mend: 'Give each a name of letters, digits and _, a value of at most 2000 characters, and the type PLAINTEXT or SECRETS_MANAGER.',
  source: LIMITS,
  * find(pipeline) {
    for (const { action: { declared }, row } of actionsOf(pipeline)) {
      if (row !== COMMANDS && row !== EKS) continue;
      const list = declared.at('EnvironmentVariables');
      if (list.text !== undefined || list.isObject) {
        yield { at: list, wrong: 'The environment variables are no list.', mend: 'List them, each as an object with `Name` and `Value`.' };
      }
      if (list.isList && list.items.length === 0) yield { at: list, wrong: 'The list of environment variables is empty.', mend: 'Add one, or leave the list out.' };
      if (list.items.length > MOST) yield { at: list, wrong: `The action has ${list.items.length} environment variables.`, mend: 'Put more into a file that the action reads.' };
      for (const variable of list.items) yield* wrongVariable(variable);
      for (const { at, text } of twice(list.items.map(variable => variable.at('Name')))) {
        yield { at, wrong: `The environment variable "${text}" is there twice.`, mend: 'Leave one of them out.' };
      }
    }
  },
};

function* wrongVariable(variable: Declared): Generator<Problem> {
  if (variable.text !== undefined) yield { at: variable, wrong: `The environment variable ${shown(variable.text)} is no object.`, mend: 'Give it a `Name` and a `Value`.' };
  for (const key of ['Name', 'Value']) {
    if (lacks(variable, key)) yield { at: variable, wrong: `The environment variable ${shown(variable.at('Name').written ?? '')} has no ${key.toLowerCase()}.` };
  }
  const [name, value, type] = ['Name', 'Value', 'Type'].map(key => variable.at(key));
  const known = knownPart(name) ?? '';
  if (name.given && !(name.unknown && known === '') && !NAME.test(known)) yield { at: name, wrong: `The name ${shown(name.written ?? '')} is not allowed.` };
  const length = knownPart(value)?.length ?? 1;
  if (length > LONGEST || value.text === '') yield { at: value, wrong: `The value of ${shown(name.written ?? '')} has ${length} characters.` };
  if (type.text !== undefined && !TYPES.includes(type.text)) yield { at: type, wrong: `The type ${shown(type.text)} is none.`, mend: `Use ${TYPES.join(' or ')}.` };
}
