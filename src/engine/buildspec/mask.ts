const SHORTEST = 3;
const MASK = '***';

/** Hides secret values in text. */
export class Mask {
  /** the length of the longest text that is hidden: what a cut through a text must not separate */
  readonly longest: number;
  private readonly pattern?: RegExp;

  /** Each value is hidden whole and line by line, since a log shows lines; pieces under three characters are left. */
  constructor(values: readonly string[]) {
    const pieces = new Set(values.flatMap((value) => [value, ...value.split(/\r?\n/)]).flatMap((piece) => [piece, piece.trim()]));
    const hidden = [...pieces].filter((piece) => piece.length >= SHORTEST).sort((a, b) => b.length - a.length);
    this.longest = hidden[0]?.length ?? 0;
    if (hidden.length > 0) this.pattern = new RegExp(hidden.map(escape).join('|'), 'g');
  }

  apply(text: string): string {
    return this.pattern ? text.replace(this.pattern, MASK) : text;
  }
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
