/** The filters of a pipeline's triggers. */

import type { Declared, PipelinePlan } from '../../plan';

export const KINDS = ['Tags', 'Branches', 'FilePaths'] as const;

export interface Filter {
  readonly of: 'Push' | 'PullRequest';
  readonly declared: Declared;
}

/** The lists of filters, of which a trigger may have one for pushes and one for pull requests. */
export function filterLists({ triggers }: PipelinePlan): { readonly of: Filter['of']; readonly list: Declared }[] {
  return triggers.flatMap(({ declared }) => (['Push', 'PullRequest'] as const).map(of => ({ of, list: declared.at('GitConfiguration', of) })));
}

export function filtersOf(pipeline: PipelinePlan): Filter[] {
  return filterLists(pipeline).flatMap(({ of, list }) => list.items.filter(item => item.isObject).map(declared => ({ of, declared })));
}
