/** Something the caller has to mend before a run can start, or a reason for which an action fails: one line. */
export class EngineError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EngineError';
  }
}
