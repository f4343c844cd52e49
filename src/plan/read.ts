/** Plans from files: what the command line and the engine use beside the room's face. */
export { parseJson, parseTemplate } from './parse-template';
export { positionsIn, type Position } from './position';
export { readDeployments, readPlan } from './read-plan';
