/** The room's face. */
export { CHECKS, SUBJECTS } from './all';
export type { Check } from './check';
export { findingsOf, type Finding } from './findings';
