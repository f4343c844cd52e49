import { StringDecoder } from 'node:string_decoder';
import { Mask } from './mask';

/** Without a line end for this many characters, what there is becomes a line of the log. */
const LONGEST_LINE = 1024 * 1024;

export interface LineSplitterOptions {
  /** what a mark starts with; unguessable, so that no output can hold it by chance */
  readonly token: string;
  /** a line with its secrets masked */
  readonly onLine: (line: string) => void;
  /** the rest of the line behind a token */
  readonly onMark: (mark: string) => void;
  readonly mask: Mask;
}

/**
 * Turns bytes into lines, and takes out the marks that the shell writes between them. A mark ends with a line end and
 * may follow output that had none.
 */
export class LineSplitter {
  private readonly decoder = new StringDecoder('utf8');
  private rest = '';

  constructor(private readonly options: LineSplitterOptions) {}

  write(bytes: Buffer): void {
    const text = this.decoder.write(bytes);
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.line(this.rest + text.slice(start, end));
      this.rest = '';
      start = end + 1;
    }
    this.rest += text.slice(start);
    if (this.rest.length > LONGEST_LINE && !this.rest.includes(this.options.token)) this.cut();
  }

  /** Gives out what is left without a line end. */
  flush(): void {
    const last = this.rest + this.decoder.end();
    this.rest = '';
    if (last) this.emit(last);
  }

  private line(line: string): void {
    const at = line.indexOf(this.options.token);
    if (at < 0) return this.emit(line.endsWith('\r') ? line.slice(0, -1) : line);
    if (at > 0) this.emit(line.slice(0, at));
    this.options.onMark(line.slice(at + this.options.token.length));
  }

  /** Masks before it cuts, and keeps as much as could be the beginning of a secret or a token. */
  private cut(): void {
    const text = this.options.mask.apply(this.rest);
    const end = text.length - Math.max(this.options.mask.longest, this.options.token.length);
    this.options.onLine(text.slice(0, end));
    this.rest = text.slice(end);
  }

  private emit(line: string): void {
    this.options.onLine(this.options.mask.apply(line));
  }
}
