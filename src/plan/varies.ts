/** Whether what a template says of its resources is what every deployment of it will have. */

import { own } from './scope';
import { asText, isObject, type Json, type Template } from './template';

/**
 * Whether resources beside a pipeline may be others than one deployment shows: a macro writes them, an `Fn::If` in them takes another
 * branch elsewhere, or one is missing only because of a condition. A plan decides such conditions only where its pipelines ask for them.
 *
 * @param concerns which resources matter, by their type and logical id
 * @param added whether it matters, too, that one is there only because of a condition
 */
export function varies(
  template: Template, concerns: (type: string, logicalId: string) => boolean, holds: (condition: unknown) => boolean, added = false,
): boolean {
  const { Transform, Resources } = template as Json;
  if (Transform !== undefined || !isObject(Resources)) return true;
  return Object.entries(Resources).some(([logicalId, resource]) => {
    const type = asText(own(resource, 'Type')) ?? '';
    if (logicalId.startsWith('Fn::') || type.endsWith('::MODULE')) return true;
    if (!concerns(type, logicalId)) return false;
    const condition = own(resource, 'Condition');
    return (condition !== undefined && (added || !holds(condition))) || /"Fn::(If|Transform|ForEach)/.test(JSON.stringify(resource));
  });
}
