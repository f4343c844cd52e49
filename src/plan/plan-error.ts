/** A document that cannot be read as a plan: one line that says what, where and how to mend it. */
export class PlanError extends Error {
  constructor(message: string) {
    super(message.replace(/\s*\n\s*/g, ' '));
    this.name = 'PlanError';
  }
}
