import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, constants, openSync, unlinkSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireExecutable } from './executable';
import { LineSplitter } from './line-splitter';
import { Mask } from './mask';

const RETRY_MS = 1;

/**
 * The one pipe that carries the output of all shells of a build, and the marks that say what has happened in it:
 * since marks travel with the output, all that came before a mark has been logged when it arrives.
 *
 * A named pipe, because Node gives its children sockets, and on Linux `> /dev/stderr` fails on a socket.
 */
export class OutputChannel {
  static async open(folder: string, path: string | undefined, mask: Mask, onLine: (line: string) => void): Promise<OutputChannel> {
    const file = join(folder, 'output');
    await promisify(execFile)(requireExecutable('mkfifo', path), [file], { env: {} });
    try {
      // The reader first: opening the writing ends would wait for it.
      const reading = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
      const writing = openSync(file, constants.O_WRONLY);
      const marking = openSync(file, constants.O_WRONLY | constants.O_NONBLOCK);
      return new OutputChannel(reading, writing, marking, mask, onLine);
    } finally {
      unlinkSync(file);
    }
  }

  /** what a mark starts with */
  readonly token = `\u001e${randomBytes(12).toString('hex')} `;
  private readonly waiting: { readonly kind: string; readonly resolve: (mark: string[]) => void }[] = [];
  private readonly socket: Socket;
  private readonly splitter: LineSplitter;
  private drains = 0;

  private constructor(
    reading: number,
    /** for the standard output and error of a child */
    readonly writing: number,
    private readonly marking: number,
    mask: Mask,
    onLine: (line: string) => void,
  ) {
    this.splitter = new LineSplitter({ token: this.token, mask, onLine, onMark: (mark) => this.marked(mark) });
    this.socket = new Socket({ fd: reading, readable: true, writable: false });
    this.socket.on('data', (bytes: Buffer) => this.splitter.write(bytes));
  }

  /** Resolves with the words of the next mark that starts with the word `kind`. */
  mark(kind: string): { readonly arrived: Promise<string[]>; forget(): void } {
    let forget = (): void => {};
    const arrived = new Promise<string[]>((resolve) => {
      const entry = { kind, resolve };
      this.waiting.push(entry);
      forget = () => void this.waiting.splice(this.waiting.indexOf(entry), 1);
    });
    return { arrived, forget: () => forget() };
  }

  /** Resolves when all that was written before this call has been logged. */
  async drain(): Promise<void> {
    const kind = `drain-${++this.drains}`;
    const { arrived } = this.mark(kind);
    const bytes = Buffer.from(`${this.token}${kind}\n`);
    while (!this.tryWrite(bytes)) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    await arrived;
  }

  close(): void {
    this.splitter.flush();
    this.socket.destroy();
    closeSync(this.writing);
    closeSync(this.marking);
  }

  private marked(mark: string): void {
    const words = mark.split(' ');
    const index = this.waiting.findIndex(({ kind }) => kind === words[0]);
    if (index >= 0) this.waiting.splice(index, 1)[0].resolve(words);
  }

  private tryWrite(bytes: Buffer): boolean {
    try {
      writeSync(this.marking, bytes); // all or nothing: it is shorter than what a pipe takes at once
      return true;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EAGAIN') return false;
      throw cause;
    }
  }
}
