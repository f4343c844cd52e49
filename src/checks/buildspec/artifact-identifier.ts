import type { Check } from '../check';
import { knownPart, shown } from '../known';
import { buildsOf } from './builds';

export const ARTIFACT_IDENTIFIER: Check = {
  id: 'conveyor:artifact-identifier',
  severity: 'error',
  title: 'One of several outputs of a build has a name that CodeBuild does not take',
  why: 'The build does not start: CodeBuild identifies several artifacts by their names, which may have letters, digits and "_" alone.',
  mend: 'Write "_" in place of "-".',
  source: 'https://github.com/aws/aws-cdk/issues/18710',
  * find(pipeline, plan) {
    for (const { action, isBatch } of buildsOf(pipeline, plan)) {
      const outputs = action.declared.at('OutputArtifacts');
      if (isBatch || outputs.items.length < 2) continue;
      for (const output of outputs.items) {
        const name = output.at('Name');
        if (/^[A-Za-z0-9_-]*-[A-Za-z0-9_-]*$/.test(knownPart(name) ?? '')) yield { at: name, wrong: `The output ${shown(name.written!)} is one of several, and has a "-" in its name.` };
      }
    }
  },
};
