import { BuildspecDocument, Path } from './document';
import { NO, YES } from '../../catalog/buildspec';

/** One mapping of a buildspec, read key by key; every refusal names the place. */
export class Section {
  /** The mapping at a path, or an empty one where nothing is written, as when all of it is commented out. */
  static of(document: BuildspecDocument, path: Path, value: unknown, what: string): Section {
    if (value === undefined || value === '') return new Section(document, path, {});
    if (!isRecord(value)) {
      throw document.error(path, `${what} must be a mapping of keys to values, not ${describe(value)}`);
    }
    return new Section(document, path, value);
  }

  private constructor(
    readonly document: BuildspecDocument,
    readonly path: Path,
    private readonly values: Readonly<Record<string, unknown>>,
  ) {}

  keys(): string[] {
    return Object.keys(this.values);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.values, key);
  }

  raw(key: string): unknown {
    return this.has(key) ? this.values[key] : undefined;
  }

  section(key: string): Section {
    return Section.of(this.document, [...this.path, key], this.raw(key), `"${this.name(key)}"`);
  }

  text(key: string): string | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'string') return value;
    throw this.error(key, `"${this.name(key)}" must be text, not ${describe(value)}`);
  }

  /** A list of texts; `hint` says how to mend an item that YAML took for something else. */
  list(key: string, hint = 'put it in quotes'): string[] | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    if (value === '') {
      throw this.error(key, `"${this.name(key)}" is empty; list at least one item under it ("- …"), or leave the key out`);
    }
    if (!Array.isArray(value)) {
      throw this.error(key, `"${this.name(key)}" must be a list ("- …", one item a line), not ${describe(value)}`);
    }
    return value.map((item: unknown, index) => {
      if (typeof item === 'string' && item !== '') return item;
      const problem = `"${this.name(key)}[${index}]" must be text, not ${describe(item)}`;
      throw this.document.error([...this.path, key, index], isRecord(item) ? `${problem}; ${hint}` : problem);
    });
  }

  /** A list of texts; one alone may stand without a list, as aws-cdk-lib/pipelines writes it. */
  oneOrMore(key: string, hint?: string): string[] | undefined {
    const value = this.raw(key);
    return typeof value === 'string' && value !== '' ? [value] : this.list(key, hint);
  }

  /** A mapping of names to texts. */
  texts(key: string): Record<string, string> {
    const section = this.section(key);
    return Object.fromEntries(section.keys().map((name) => [name, section.text(name) ?? '']));
  }

  yesOrNo(key: string): boolean {
    const value = this.text(key);
    if (value === undefined || NO.includes(value.toLowerCase())) return false;
    if (YES.includes(value.toLowerCase())) return true;
    throw this.error(key, `"${this.name(key)}" is "${value}"; it must be yes or no`);
  }

  oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const found = allowed.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
    if (found) return found;
    throw this.error(key, `"${this.name(key)}" is "${value}"; it must be one of ${allowed.join(', ')}`);
  }

  /** Keys that CodeBuild does not know are reported, not refused: they change nothing. */
  warnOfOthers(known: readonly string[]): void {
    for (const key of this.keys().filter((candidate) => !known.includes(candidate))) {
      this.document.warn([...this.path, key], `"${this.name(key)}" is not a key of a buildspec and has no effect; known here: ${known.join(', ')}`);
    }
  }

  error(key: string | undefined, problem: string) {
    return this.document.error(key === undefined ? this.path : [...this.path, key], problem);
  }

  name(key: string): string {
    return [...this.path, key].join('.');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return `a mapping (${Object.keys(value).slice(0, 3).map((key) => `"${key}:"`).join(', ')})`;
  return `"${String(value)}"`;
}
