import type { Declared } from '../../plan';
import { type Check, LIMITS, type Problem } from '../check';
import { lacks, shown } from '../known';
import { twice } from '../twice';

const [MOST, LONGEST_KEY, LONGEST_VALUE] = [50, 128, 256];

export const TAGS: Check = {
  id: 'conveyor:tags',
  severity: 'error',
  title: 'The tags of a pipeline are none that CodePipeline takes',
  why: 'CodePipeline refuses the pipeline.',
  mend: `Use at most ${MOST} tags, each with a key of its own of 1 to ${LONGEST_KEY} characters that does not begin with "aws:", and a value of at most ${LONGEST_VALUE}.`,
  source: LIMITS,
  * find({ declared }) {
    const list = declared.at('Tags');
    if (list.isWhole && list.items.length > MOST) yield { at: list, wrong: `The pipeline has ${list.items.length} tags.` };
    for (const tag of list.items) yield* wrongTag(tag);
    for (const { at, text } of twice(list.items.map(tag => tag.at('Key')))) yield { at, wrong: `Two tags have the key ${shown(text)}.` };
  },
};

function* wrongTag(tag: Declared): Generator<Problem> {
  const [key, value] = ['Key', 'Value'].map(name => tag.at(name));
  for (const name of ['Key', 'Value']) if (lacks(tag, name)) yield { at: tag, wrong: `A tag has no ${name}.` };
  if (key.text !== undefined && !(key.text.length > 0 && key.text.length <= LONGEST_KEY)) yield { at: key, wrong: `The key of a tag has ${key.text.length} characters.` };
  if (/^aws:/i.test(key.text ?? '')) yield { at: key, wrong: `The key of a tag is ${shown(key.text ?? '')}.` };
  if (value.text !== undefined && value.text.length > LONGEST_VALUE) yield { at: value, wrong: `The value of a tag has ${value.text.length} characters.` };
}
