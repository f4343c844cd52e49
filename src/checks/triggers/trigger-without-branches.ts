import { type Check, GUIDE } from '../check';
import { lacks } from '../known';
import { filtersOf } from './filters';

export const TRIGGER_WITHOUT_BRANCHES: Check = {
  id: 'conveyor:trigger-without-branches',
  severity: 'warning',
  title: 'A filter names file paths or events of pull requests, and no branches',
  why: 'CodePipeline documents branches, and branches with file paths, as what goes together. It may refuse the pipeline.',
  mend: 'Add Branches with Includes: ["**"], if all of them are meant.',
  source: `${GUIDE}/pipelines-filter.html`,
  * find(pipeline) {
    for (const { of, declared } of filtersOf(pipeline)) {
      if (!lacks(declared, 'Branches') || declared.at('Tags').given) continue;
      if (declared.at('FilePaths').given) yield { at: declared.at('FilePaths'), wrong: 'The filter names file paths and no branches.' };
      else if (of === 'PullRequest' && declared.at('Events').given) yield { at: declared, wrong: 'The filter names events of pull requests and no branches.' };
    }
  },
};
