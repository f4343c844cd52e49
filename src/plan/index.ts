/** The room's face: what the checks, the engine and the command line use of it. */
export * from './plan';
export { PlanError } from './plan-error';
export { readPlan } from './read-plan';
export { ResourceIndex, type ResourcePlan } from './resource-index';
export { evaluate, evaluateText } from './intrinsics';
export { scopeOf, DEFAULT_ACCOUNT, DEFAULT_REGION } from './scope';
export { parseJson, parseTemplate, isObject, type Json, type Template } from './template';
export { isUnresolved, unresolved } from './unresolved';
