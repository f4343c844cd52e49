/** What git says of a folder on disk. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface GitState {
  /** undefined in a repository without a commit */
  readonly commit?: GitCommit;
  /** undefined with a detached head */
  readonly branch?: string;
  /** there is more, or less, on disk than in the commit */
  readonly changed: boolean;
  readonly remote?: string;
}

export interface GitCommit {
  readonly id: string;
  readonly message: string;
  readonly authorName: string;
  readonly authorEmail: string;
  /** ISO 8601 */
  readonly authorDate: string;
  readonly committerDate: string;
}

export class Git {
  /** @param environment what git runs with; PATH is all it needs */
  constructor(private readonly folder: string, private readonly environment: Readonly<Record<string, string>>) {}

  /** Files as a push of this working tree would carry them: tracked ones, and new ones that no .gitignore names. */
  async files(): Promise<string[] | undefined> {
    const listed = await this.run('ls-files', '--cached', '--others', '--exclude-standard', '-z');
    return listed === undefined ? undefined : [...new Set(listed.split('\0').filter(name => name !== ''))];
  }

  async state(): Promise<GitState> {
    const [log, branch, status, remote] = await Promise.all([
      this.run('log', '-1', '--format=%H%x00%an%x00%ae%x00%aI%x00%cI%x00%B'),
      this.run('symbolic-ref', '--short', '-q', 'HEAD'),
      this.run('status', '--porcelain', '--', '.'),
      this.run('config', '--get', 'remote.origin.url'),
    ]);
    const [id, authorName, authorEmail, authorDate, committerDate, message] = (log ?? '').split('\0');
    return {
      commit: message === undefined ? undefined : { id, authorName, authorEmail, authorDate, committerDate, message: message.trim() },
      branch: branch?.trim() || undefined,
      changed: (status ?? '').trim() !== '',
      // a token in the address is nobody's business
      remote: remote?.trim().replace(/\/\/[^/@]*@/, '//') || undefined,
    };
  }

  private async run(...args: string[]): Promise<string | undefined> {
    // the caller named this folder, so its owner does not matter; a hook of the repository's own must not run
    const safe = ['-c', `safe.directory=${this.folder}`, '-c', 'safe.directory=*', '-c', 'core.fsmonitor=false'];
    try {
      const { stdout } = await execute('git', [...safe, ...args], {
        cwd: this.folder,
        maxBuffer: 1 << 28,
        env: { PATH: this.environment.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
      });
      return stdout;
    } catch {
      return undefined; // no git, no repository, or no such thing in it
    }
  }
}
