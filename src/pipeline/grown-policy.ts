import { documentOf, Statement } from './policy';
import { sizeOf } from './policy-size';

interface Grown {
  readonly head: Statement;
  readonly resources: Set<unknown>;
}

/** A policy that grows: the same actions under the same conditions are one statement. It knows how long it has become. */
export class GrownPolicy {
  private readonly statements = new Map<string | Statement, Grown>();
  private characters = sizeOf(documentOf([]));

  constructor(statements: readonly Statement[] = []) {
    this.add(statements);
  }

  /** The most characters that it may have. */
  get size(): number {
    return this.characters;
  }

  get isEmpty(): boolean {
    return !this.statements.size;
  }

  get document() {
    return documentOf([...this.statements.values()].map(({ head, resources }) => {
      const all = [...resources];
      return all.length ? { ...head, Resource: all.length === 1 ? all[0] : all } : head;
    }));
  }

  /** Whether it stays within a size with these. */
  takes(statements: readonly Statement[], size: number): boolean {
    return statements.reduce((sum, one) => sum + this.growthBy(one), this.characters) <= size;
  }

  add(statements: readonly Statement[]) {
    for (const one of statements) {
      this.characters += this.growthBy(one);
      const { key, head, resources } = parted(one);
      const existing = this.statements.get(key);
      if (existing) resources.forEach(resource => existing.resources.add(resource));
      else this.statements.set(key, { head, resources: new Set(resources) });
    }
  }

  private growthBy(statement: Statement): number {
    const { key, resources } = parted(statement);
    const existing = this.statements.get(key);
    if (!existing) return sizeOf(statement) + '[],'.length;
    return resources.filter(resource => !existing.resources.has(resource)).reduce((sum: number, resource) => sum + sizeOf(resource) + 1, 0);
  }
}

/** What a statement says of its resources, and what it names. One that holds what is not known yet is like no other, and stays as it is. */
function parted(statement: Statement) {
  const { Resource, ...head } = statement;
  const text = JSON.stringify(statement);
  if (text.includes('<unresolved-')) return { key: statement, head: statement, resources: [] };
  return { key: JSON.stringify(head), head, resources: Resource === undefined ? [] : [Resource].flat() };
}
