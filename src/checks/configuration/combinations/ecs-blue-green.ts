import type { Problem } from '../../check';
import type { Configured } from '../configured';
import { needed } from './combination';

/** An image, and the place in the task definition that it is put into. INFERRED: that one without the other is refused; it says nothing. */
export function* ecsBlueGreen(action: Configured): Generator<Problem> {
  for (const image of ['Image1', 'Image2', 'Image3', 'Image4']) {
    const [artifact, container] = [`${image}ArtifactName`, `${image}ContainerName`];
    if (action.has(artifact)) yield* needed(action, [container], `with ${artifact}`);
    if (action.has(container)) yield* needed(action, [artifact], `with ${container}`);
  }
}
