/** The room's face. */
export { CHECKS } from './all';
export type { Check } from './check';
export { findingsOf, type Finding } from './findings';
