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
  private readonly byKey = new Map<string, ResourcePlan[]>();

  constructor(readonly all: readonly ResourcePlan[]) {
    for (const resource of all) {
      for (const key of new Set([resource.name, resource.arn, resource.logicalId])) {
        const id = `${resource.type}\n${key}`;
        const list = this.byKey.get(id);
        if (list) list.push(resource); else this.byKey.set(id, [resource]);
      }
    }
  }

  /** Every resource of a type. */
  ofType(type: string): readonly ResourcePlan[] {
    return this.all.filter(resource => resource.type === type);
  }

  /**
   * The resource of a type that a name, an ARN or a logical id means; none where the name is unknown and could be that of several.
   *
   * @param near where two stacks have a resource of that name, the one of this stack is meant
   */
  find(type: string, nameOrArn: string, near?: string): ResourcePlan | undefined {
    const found = this.byKey.get(`${type}\n${nameOrArn}`) ?? [];
    const beside = found.filter(resource => resource.stackName === near);
    const meant = beside.length ? beside : found;
    return meant.length > 1 && isUnresolved(nameOrArn) ? undefined : meant[0];
  }
}
