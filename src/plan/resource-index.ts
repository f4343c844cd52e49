/** The resources beside a pipeline, which the engine and the checks look up by the name or ARN that an action gives. */

import type { Declared } from './declared';
import { isUnresolved } from './unresolved';

/** One resource of a template, its properties evaluated. */
export interface ResourcePlan {
  readonly type: string;
  readonly logicalId: string;
  /** what `Ref` gives, or the physical name */
  readonly name: string;
  readonly arn: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** the resource's Metadata, where the CDK writes `aws:asset:path` */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly constructPath?: string;
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  /** the folder that the template lies in, from which asset paths start */
  readonly folder: string;
  /** the template */
  readonly file: string;
  readonly declared: Declared;
}

export class ResourceIndex {
  private readonly lists = new Map<string, ResourcePlan[]>();

  constructor(readonly all: readonly ResourcePlan[]) {
    for (const resource of all) {
      const { type, name, arn, logicalId, file } = resource;
      for (const key of new Set([type, inFile(type, file), named(type, name), named(type, arn), named(type, logicalId)])) {
        const list = this.lists.get(key);
        if (list) list.push(resource); else this.lists.set(key, [resource]);
      }
    }
  }

  /** Every resource of a type; of one template, where that is given. */
  ofType(type: string, file?: string): readonly ResourcePlan[] {
    return this.lists.get(file === undefined ? type : inFile(type, file)) ?? [];
  }

  /**
   * The resource of a type that a name, an ARN or a logical id means; none where the name is unknown and could be that of several.
   *
   * @param near where two stacks have a resource of that name, the one of this stack is meant
   */
  find(type: string, nameOrArn: string, near?: string): ResourcePlan | undefined {
    const found = this.lists.get(named(type, nameOrArn)) ?? [];
    const beside = found.filter(resource => resource.stackName === near);
    const meant = beside.length ? beside : found;
    return meant.length > 1 && isUnresolved(nameOrArn) ? undefined : meant[0];
  }
}

const named = (type: string, key: string) => `${type}\n${key}`;
const inFile = (type: string, file: string) => `${type}\n\n${file}`;
