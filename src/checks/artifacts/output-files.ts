import { COMMANDS } from '../../catalog/builds';
import { type Check, LIMITS } from '../check';
import { knownPart, shown } from '../known';
import { actionsOf } from '../parts';

const [MOST, LONGEST] = [10, 128];

export const OUTPUT_FILES: Check = {
  id: 'conveyor:output-files',
  severity: 'error',
  title: 'The files of an output artifact are more, fewer or longer than allowed, or the action is none that picks files',
  why: 'CodePipeline refuses the pipeline: only Commands actions pick files, 1 to 10 paths or patterns of 1 to 128 characters.',
  mend: 'Name 1 to 10 paths or patterns, each of at most 128 characters: a pattern such as `dist/**/*` names many files.',
  source: LIMITS,
  * find(pipeline) {
    for (const { action: { declared }, row } of actionsOf(pipeline)) {
      for (const output of declared.at('OutputArtifacts').items) {
        const files = output.at('Files');
        const count = files.items.length;
        if (row && row !== COMMANDS && count > 0) {
          yield { at: files, wrong: `${row.provider} does not pick the files of an artifact.`, mend: 'Leave `Files` out; what a build gives stands in its buildspec.' };
        }
        if (row !== COMMANDS) continue;
        if (files.text !== undefined) yield { at: files, wrong: `The files ${shown(files.text)} are no list.`, mend: 'Write them as a list, even if it is one.' };
        if (count > MOST) yield { at: files, wrong: `The artifact names ${count} files.` };
        if (files.isList && count === 0) yield { at: files, wrong: 'The artifact names no files.' };
        for (const file of files.items) {
          const length = knownPart(file)?.length ?? 1;
          if (length > LONGEST || file.text === '') yield { at: file, wrong: `The file ${shown(file.written ?? '')} has ${length} characters.` };
        }
      }
    }
  },
};
