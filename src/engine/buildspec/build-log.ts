import { Mask } from './mask';
import { BuildRequest } from './result';

/** The log of a build. Secrets are masked in every line, whoever says it. */
export class BuildLog {
  constructor(private readonly onLine: BuildRequest['onLine'], readonly mask: Mask) {}

  /** What CodeBuild itself would say. */
  build(text: string): void {
    for (const line of this.mask.apply(text).split('\n')) this.onLine(line, 'build');
  }

  /** The same for what it says of every phase and file, and of a failure that the end of the build tells again. */
  routine(text: string): void {
    for (const line of this.mask.apply(text).split('\n')) this.onLine(line, 'routine');
  }

  /** What a command said, masked already. */
  command(line: string): void {
    this.onLine(line, 'command');
  }
}
