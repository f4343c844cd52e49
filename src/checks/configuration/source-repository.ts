import { unresolved } from '../../plan';
import { type Check, GUIDE } from '../check';
import { actionsOf } from '../parts';

export const SOURCE_REPOSITORY: Check = {
  id: 'conveyor:source-repository',
  severity: 'error',
  title: 'A source names its CodeCommit repository by its id',
  why: '`Ref` of a repository gives its id, and the action takes its name: it finds no such repository.',
  mend: 'Use `!GetAtt <repository>.Name`.',
  source: `${GUIDE}/action-reference-CodeCommit.html`,
  * find(pipeline, plan) {
    for (const { action, row } of actionsOf(pipeline)) {
      if (row?.provider !== 'CodeCommit') continue;
      const at = action.declared.at('Configuration', 'RepositoryName');
      const meant = plan.resources.ofType('AWS::CodeCommit::Repository', pipeline.file).find(({ logicalId }) => at.written === unresolved(`${logicalId}.Ref`));
      if (meant) yield { at, wrong: `The repository is the id of ${meant.logicalId}, not its name.`, mend: `Use \`!GetAtt ${meant.logicalId}.Name\`.` };
    }
  },
};
