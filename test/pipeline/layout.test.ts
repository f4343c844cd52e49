import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { Construct } from 'constructs';
import { Layout, Placed } from '../../src/pipeline/layout';
import { DefaultInput, Step, StepProps } from '../../src/steps/step';
import { refusalOf } from '../fixture';

const { SOURCE, BUILD, TEST, DEPLOY } = codepipeline.ActionCategory;

class Bare extends Step {
  constructor(stepName: string, props: Partial<StepProps> = {}) {
    super({ stepName, category: BUILD, ...props });
  }

  bind(_scope: Construct): codepipeline.IAction {
    throw new Error('A layout makes nothing.');
  }
}

const source = (name = 'Source') => new Bare(name, { category: SOURCE, hasOutput: true });
const build = (name: string, props: Partial<StepProps> = {}) => new Bare(name, { hasOutput: true, defaultInput: DefaultInput.SOURCE, ...props });
const deploy = (name: string, props: Partial<StepProps> = {}) => new Bare(name, { category: DEPLOY, defaultInput: DefaultInput.BUILT, ...props });
const placed = (step: Step, more: Partial<Placed> = {}): Placed => ({ step, actionName: step.stepName, ...more });

/** Lays out stages one after another; answers with the last. */
function layout(...stages: Step[][]) {
  const all = new Layout();
  return stages.map((steps, at) => all.stage(`Pipeline/${at}`, steps.map(step => placed(step)))).at(-1)!
    .map(one => ({ name: one.actionName, order: one.runOrder, reads: one.inputs.map(input => input.artifactName) }));
}

test('steps that read the same stand side by side', () => {
  expect(layout([source()], [build('A'), build('B')])).toEqual([
    { name: 'A', order: 1, reads: ['Source'] },
    { name: 'B', order: 1, reads: ['Source'] },
  ]);
});

test('a step comes after the step whose artifact it reads, wherever it is listed', () => {
  const library = build('Library');
  expect(layout([source()], [build('App', { inputs: [library] }), library])).toEqual([
    { name: 'App', order: 2, reads: ['Library'] },
    { name: 'Library', order: 1, reads: ['Source'] },
  ]);
});

test('a step comes after a step whose further output it reads', () => {
  const library = build('Library', { outputLabels: ['docs'] });
  expect(layout([source()], [library, build('Site', { inputs: [library.output('docs')] })])[1]).toEqual({ name: 'Site', order: 2, reads: ['Library_docs'] });
});

test('an artifact of an earlier stage asks for no order', () => {
  const library = build('Library');
  expect(layout([source()], [library], [build('App', { inputs: [library] })])).toEqual([{ name: 'App', order: 1, reads: ['Library'] }]);
});

test('`after` adds an order that artifacts do not show', () => {
  const migrate = deploy('Migrate');
  expect(layout([source()], [deploy('Service', { after: [migrate] }), migrate]).map(one => one.order)).toEqual([2, 1]);
});

test('`after` a step of an earlier stage is already so', () => {
  const one = build('One');
  expect(layout([source()], [one], [build('Two', { after: [one] })])).toEqual([{ name: 'Two', order: 1, reads: ['Source'] }]);
});

test('a deployment reads what was built last before its stage', () => {
  expect(layout([source()], [build('First'), build('Second')], [deploy('Site')])[0].reads).toEqual(['Second']);
});

test('a deployment reads the source where nothing was built', () => {
  expect(layout([source('Code'), source('Other')], [deploy('Site')])[0].reads).toEqual(['Code']);
});

test('a deployment does not read what a test leaves', () => {
  expect(layout([source()], [build('App')], [build('Coverage', { category: TEST })], [deploy('Site')])[0].reads).toEqual(['App']);
});

test('a build reads the first source, whatever was built before it', () => {
  expect(layout([source('Code'), source('Other')], [build('App')], [build('Image')])[0].reads).toEqual(['Code']);
});

test('a step that reads nothing gets nothing', () => {
  expect(layout([source()], [new Bare('Approve')])).toEqual([{ name: 'Approve', order: 1, reads: [] }]);
});

test('a step that several environments share keeps its order in each of them', () => {
  const smoke = new Bare('Smoke');
  const load = new Bare('Load', { after: [smoke] });
  const migrate = deploy('Migrate');
  const environment = (name: string, ...deployments: Step[]) => {
    const deployed = deployments.map(step => placed(step, { actionName: `${name}-${step.stepName}` }));
    return [...deployed, ...[smoke, load].map(step => placed(step, { actionName: `${name}-${step.stepName}`, behind: deployed }))];
  };
  const all = new Layout();
  all.stage('P/Source', [placed(source())]);
  const wave = all.stage('P/Wave', [...environment('A', migrate, deploy('Slow', { after: [migrate] })), ...environment('B', deploy('Fast'))]);
  const orders = Object.fromEntries(wave.map(one => [one.actionName, one.runOrder]));
  expect(orders['A-Load']).toBeGreaterThan(orders['A-Smoke']);
  expect(orders['B-Load']).toBeGreaterThan(orders['B-Smoke']);
});

describe('refused is', () => {
  test('a step that reads what nobody makes, with the stage\'s path', () => {
    const refusal = refusalOf(() => layout([source()], [deploy('Site', { inputs: [build('App')] })]));
    expect(refusal).toContain('The step reads the artifact "App", which no step before it makes.');
    expect(refusal).toContain('mend:  Add the step that makes it to an earlier stage, or to this one.');
    expect(refusal).toContain('where: Pipeline/1/Site');
  });

  test('a step that reads what only a later stage makes', () => {
    const late = build('Late');
    expect(refusalOf(() => layout([source()], [deploy('Site', { inputs: [late] })], [late]))).toContain('"Late", which no step before it makes');
  });

  test('a step that reads from one that gives nothing', () => {
    expect(refusalOf(() => layout([source()], [deploy('Site', { inputs: [new Bare('Unit')] })]))).toContain('The step reads the artifact of "Unit", which gives none.');
  });

  test('a step that needs a source before there is one', () => {
    expect(refusalOf(() => layout([build('App')]))).toContain('Put a source into the pipeline first.');
  });

  test('two actions of one name in a stage', () => {
    expect(refusalOf(() => layout([source()], [build('A', { hasOutput: false }), build('A', { hasOutput: false })])))
      .toContain('The stage has two actions named "A".');
  });

  test('an artifact\'s name that is taken, with both places', () => {
    const refusal = refusalOf(() => layout([source()], [build('App')], [build('App')]));
    expect(refusal).toContain('The artifact "App" is already made at "Pipeline/1/App".');
    expect(refusal).toContain('where: Pipeline/2/App');
  });

  test('a circle, with its links', () => {
    const [a, b, c] = ['A', 'B', 'C'].map(name => build(name));
    a.after.push(c);
    b.after.push(a);
    c.after.push(b);
    expect(refusalOf(() => layout([source()], [a, b, c]))).toContain('The steps wait for each other: A → C → B → A.');
  });

  test('a step that waits for itself', () => {
    const a = build('A');
    a.after.push(a);
    expect(refusalOf(() => layout([source()], [a]))).toContain('A → A');
  });
});
