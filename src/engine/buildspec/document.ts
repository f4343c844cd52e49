import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { BuildspecError } from './buildspec-error';

export type Path = readonly (string | number)[];

/** A YAML or JSON text as plain values, which still knows where each of them stands. */
export class BuildspecDocument {
  /** maps, lists and strings only: no scalar is turned into a number or a boolean, so `1.10` stays `1.10` */
  readonly root: unknown;
  readonly warnings: string[] = [];
  private readonly lines = new LineCounter();
  private readonly yaml;

  constructor(text: string, private readonly file: string) {
    this.yaml = parseDocument(text, { schema: 'failsafe', merge: true, lineCounter: this.lines, prettyErrors: false, logLevel: 'error' });
    const [error] = this.yaml.errors;
    if (error) throw this.errorAt(error.pos[0], `this is not valid YAML: ${error.message}`);
    try {
      this.root = this.yaml.toJS({ maxAliasCount: 100 });
    } catch (cause) {
      throw this.errorAt(0, `this YAML cannot be read: ${(cause as Error).message}`);
    }
  }

  /** An error about the value at a path, or about its key when the value is missing. */
  error(path: Path, problem: string): BuildspecError {
    return this.errorAt(this.offsetOf(path), problem);
  }

  warn(path: Path, problem: string): void {
    this.warnings.push(`${this.placeOf(this.offsetOf(path))}: ${problem}`);
  }

  private errorAt(offset: number, problem: string): BuildspecError {
    const { line, col } = this.lines.linePos(offset);
    return new BuildspecError(problem, this.file, Math.max(1, line), Math.max(1, col));
  }

  private placeOf(offset: number): string {
    const { line, col } = this.lines.linePos(offset);
    return `${this.file}:${Math.max(1, line)}:${Math.max(1, col)}`;
  }

  private offsetOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const offset = this.startOf(path.slice(0, length));
      if (offset !== undefined) return offset;
    }
    return isNode(this.yaml.contents) ? this.yaml.contents.range?.[0] ?? 0 : 0;
  }

  private startOf(path: Path): number | undefined {
    const parent = path.length === 1 ? this.yaml.contents : this.yaml.getIn(path.slice(0, -1), true);
    const key = path[path.length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isNode(item.key) && String(item.key) === String(key));
      if (isNode(pair?.key)) return pair.key.range?.[0];
    }
    const node = this.yaml.getIn(path, true);
    return isNode(node) ? node.range?.[0] : undefined;
  }
}
