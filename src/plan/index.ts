/** The room's face, without what reads files: `read.ts` is the face of that. */
export * from './plan';
export { atPath } from './at-path';
export { Declared } from './declared';
export { evaluate, evaluateText } from './intrinsics';
export type { FunctionCall } from './function-calls';
export type { Path } from './origin';
export { PlanError } from './plan-error';
export { deploymentsOf } from './plan-of';
export { ResourceIndex, type ResourcePlan } from './resource-index';
export { scopeOf, DEFAULT_ACCOUNT, DEFAULT_REGION } from './scope';
export type { Acknowledgement, StackSource } from './stack-source';
export { isObject, type Json, type Template } from './template';
export { asReference, isUnresolved, replaceUnresolved, unresolved } from './unresolved';
