/** What is synthesized: the same pipelines, with each library. */

export interface Shape {
  readonly id: string;
  readonly description: string;
  readonly pipelines: number;
  /** of all its pipelines together */
  readonly actions: number;
}

export const STAGES_OF_C = 20;
export const BUILDS_A_STAGE = 5;

/** One pipeline of shape a: source, build, deploy. */
const ACTIONS_OF_A = 3;

const manyOfA = (id: string, pipelines: number): Shape => ({
  id, pipelines, actions: pipelines * ACTIONS_OF_A, description: `${pipelines} pipelines of shape a, a stack each`,
});

export const SHAPES = {
  a: { id: 'a', pipelines: 1, actions: ACTIONS_OF_A, description: 'source, build, deploy' },
  b: { id: 'b', pipelines: 1, actions: 9, description: 'source, build, 3 tests, deploy, approval, deploy into 2 further accounts' },
  c: {
    id: 'c',
    pipelines: 1,
    actions: 1 + STAGES_OF_C * BUILDS_A_STAGE,
    description: `source, ${STAGES_OF_C} stages of ${BUILDS_A_STAGE} builds, each in a project of its own`,
  },
  d: manyOfA('d', 50),
  e: manyOfA('e', 200),
} satisfies Record<string, Shape>;

export type ShapeId = keyof typeof SHAPES;

/** The libraries, as the table names them: each has a program in `shapes/`. */
export const LIBRARIES = { conveyor: 'cdk-conveyor', l2: 'aws-codepipeline', pipelines: 'pipelines' } as const;

export type LibraryId = keyof typeof LIBRARIES;
