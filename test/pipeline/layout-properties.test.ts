/** What holds of every layout, whatever the steps are: tried on random graphs of steps. */

import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { ARTIFACT_NAME, NAME, nearestName } from '../../src/catalog/names';
import { LaidOut, Layout } from '../../src/pipeline/layout';
import { Step, StepProps } from '../../src/steps/step';

class Bare extends Step {
  constructor(props: Partial<StepProps> & { stepName: string }) {
    super({ category: codepipeline.ActionCategory.BUILD, ...props });
  }

  bind(_scope: Construct): codepipeline.IAction {
    throw new Error('A layout makes nothing.');
  }
}

const nameOf = fc.stringMatching(/^[A-Za-z0-9_-]{1,30}$/);

/** Steps that read, or wait for, some of those before them, in several stages and shuffled within each. */
const pipelines = fc.uniqueArray(nameOf, { minLength: 1, maxLength: 12 }).chain(names => fc.record({
  names: fc.constant(names),
  reads: fc.tuple(...names.map((_, at) => fc.subarray([...Array(at).keys()]))),
  waits: fc.tuple(...names.map((_, at) => fc.subarray([...Array(at).keys()]))),
  ends: fc.subarray([...Array(names.length).keys()]),
  shuffle: fc.tuple(...names.map(() => fc.nat())),
}));

interface Drawn {
  readonly names: string[];
  readonly reads: number[][];
  readonly waits: number[][];
  readonly ends: number[];
  readonly shuffle: number[];
}

function layOut({ names, reads, waits, ends, shuffle }: Drawn): LaidOut[][] {
  const steps: Bare[] = [];
  for (const [at, stepName] of names.entries()) {
    steps.push(new Bare({ stepName, hasOutput: true, inputs: reads[at].map(one => steps[one]), after: waits[at].map(one => steps[one]) }));
  }
  const stages: number[][] = [[]];
  for (const at of steps.keys()) {
    stages.at(-1)!.push(at);
    if (ends.includes(at)) stages.push([]);
  }
  const layout = new Layout();
  return stages.filter(stage => stage.length).map((stage, number) => layout.stage(`Stage${number}`, stage
    .sort((a, b) => shuffle[a] - shuffle[b])
    .map(at => ({ step: steps[at], actionName: names[at] }))));
}

/** Those of the same stage that a step must follow. */
function before(one: LaidOut, stage: LaidOut[]): LaidOut[] {
  return stage.filter(other => one.step.after.includes(other.step) || one.inputs.some(input => other.step.outputs.includes(input)));
}

test('every reader has a greater order than the maker in its stage', () => {
  fc.assert(fc.property(pipelines, drawn => {
    for (const stage of layOut(drawn)) {
      for (const one of stage) for (const other of before(one, stage)) expect(one.runOrder).toBeGreaterThan(other.runOrder);
    }
  }));
});

test('orders are the least that will do: a step begins as soon as the last it waits for has ended', () => {
  fc.assert(fc.property(pipelines, drawn => {
    for (const stage of layOut(drawn)) {
      for (const one of stage) expect(one.runOrder).toBe(1 + Math.max(0, ...before(one, stage).map(other => other.runOrder)));
    }
  }));
});

test('every step stands once, in the place where it was listed, and reads what it said', () => {
  fc.assert(fc.property(pipelines, drawn => {
    const all = layOut(drawn).flat();
    expect(all.map(one => one.actionName).sort()).toEqual([...drawn.names].sort());
    for (const one of all) {
      expect(one.inputs.map(input => input.artifactName)).toEqual(drawn.reads[drawn.names.indexOf(one.actionName)].map(at => drawn.names[at]));
    }
  }));
});

test('the order of the list makes no difference to the orders', () => {
  fc.assert(fc.property(pipelines, drawn => {
    const orders = (of: Drawn) => new Map(layOut(of).flat().map(one => [one.actionName, one.runOrder] as const));
    expect(orders({ ...drawn, shuffle: drawn.shuffle.map(() => 0) })).toEqual(new Map([...orders(drawn)]));
  }));
});

test('a name is taken or refused with one that would be taken', () => {
  fc.assert(fc.property(fc.string({ maxLength: 130 }), stepName => {
    try {
      new Bare({ stepName });
      expect(stepName).toMatch(NAME.pattern);
    } catch (error) {
      expect(stepName).not.toMatch(NAME.pattern);
      expect((error as Error).message).toContain(`"${nearestName(stepName)}"`);
      expect(nearestName(stepName)).toMatch(NAME.pattern);
    }
  }));
});

test('a step with an artifact is taken only under a name that an artifact may have', () => {
  fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9.@_-]{1,100}$/), stepName => {
    const make = () => new Bare({ stepName, hasOutput: true });
    if (ARTIFACT_NAME.pattern.test(stepName)) make();
    else expect(make).toThrow('Artifacts are named for their step');
  }));
});
