import { type Declared, type Plan, type ResourcePlan, unresolved } from '../plan';

/** The resource of the same stack whose name a text is: it stands where an ARN should. */
export function namedBeside({ written, text }: Declared, type: string, { resources }: Plan, stackName: string): ResourcePlan | undefined {
  const name = text ?? /^\{unresolved:(\w+)\}$/.exec(written ?? '')?.[1];
  const found = name === undefined ? undefined : resources.find(type, name, stackName);
  return found && (text === undefined ? written === unresolved(found.logicalId) : text === found.name) ? found : undefined;
}
