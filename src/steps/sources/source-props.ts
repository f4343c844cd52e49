import { Permission } from '../../catalog/provider';
import { Step } from '../step';

/** What every source takes. */
export interface SourceProps {
  /**
   * The action's name, and the name of its artifact.
   * @default 'Source'
   */
  readonly name?: string;
}

/** What a source that CodeBuild can clone takes. */
export interface GitSourceProps extends SourceProps {
  /**
   * The branch.
   * @default 'main'
   */
  readonly branch?: string;
  /**
   * Hands builds a full git clone in place of a zip: they see the history.
   * @default false
   */
  readonly fullClone?: boolean;
}

/** The format of an artifact that is no zip: it says where a build finds the repository. */
export const CLONE = 'CODEBUILD_CLONE_REF';

/** The key under which an artifact that is cloned tells what a build must be allowed to do. */
export const CLONE_PERMISSION = 'cdk-conveyor:clone-permission';

/** Says on the source's artifact what a build that clones it needs. */
export function cloned(source: Step, permission: Permission) {
  source.primaryOutput?.setMetadata(CLONE_PERMISSION, permission);
}
