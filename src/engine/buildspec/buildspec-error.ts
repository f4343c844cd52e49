/** A buildspec that CodeBuild could not run: what is wrong, what is allowed, how to mend it, and where. */
export class BuildspecError extends Error {
  constructor(
    /** the problem alone, without the place */
    readonly problem: string,
    readonly file: string,
    /** from 1 */
    readonly line: number,
    /** from 1 */
    readonly column: number,
  ) {
    super(`${file}:${line}:${column}: ${problem}`);
    this.name = 'BuildspecError';
  }
}
