import { isUnresolved, type ResourcePlan } from '../../plan';

/** How a message calls a resource: by its name, or by its logical id while a part of the name is unknown. */
export function nameOf({ name, logicalId }: ResourcePlan): string {
  return isUnresolved(name) ? logicalId : name;
}
