import type { Check } from '../check';
import { isFirstOfTemplate } from '../first-of-template';
import { shown } from '../known';

export const KEY_TWICE: Check = {
  id: 'conveyor:key-twice',
  severity: 'warning',
  title: 'A key stands twice in the same mapping of a template with a pipeline',
  why: 'CloudFormation takes the last one and tells nobody: what the first one says is lost.',
  mend: 'Leave one of them out.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html',
  * find(pipeline, plan) {
    const { file } = pipeline;
    if (!isFirstOfTemplate(pipeline, plan)) return;
    for (const at of plan.keysTwiceIn(file)) yield { at, wrong: `The key ${shown(String(at.path.at(-1)))} stands there before.` };
  },
};
