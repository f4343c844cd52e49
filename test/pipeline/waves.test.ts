import { Approval, Environment, Test } from '../../src';
import { HOME, pipelineIn, refusalOf, siteIn, stackIn } from '../fixture';
import { Rendered } from '../rendered';

describe('a wave', () => {
  const stack = stackIn(HOME);
  const smoke = Test.commands('Smoke', { commands: ['make smoke'] });
  pipelineIn(stack).addWave('Europe', [
    Environment.of('Ireland', { approval: Approval.manual(), deploy: [siteIn(stack, 'One')], verify: [smoke] }),
    Environment.of('Frankfurt', { approval: Approval.manual({ message: 'Frankfurt too?' }), deploy: [siteIn(stack, 'Two')], verify: [smoke] }),
    Environment.of('Paris', { deploy: [siteIn(stack, 'Three')] }),
  ]);
  const rendered = Rendered.of(stack);

  test('is one stage, with the approvals together in a stage before', () => {
    expect(rendered.stages.map(stage => stage.Name)).toEqual(['Source', 'Europe-Approval', 'Europe']);
    expect(rendered.orders('Europe-Approval')).toEqual({ 'Ireland-Approve': 1, 'Frankfurt-Approve': 1 });
  });

  test('brings its environments up to date side by side, each named before its steps', () => {
    expect(rendered.orders('Europe')).toEqual({ 'Ireland-One': 1, 'Ireland-Smoke': 2, 'Frankfurt-Two': 1, 'Frankfurt-Smoke': 2, 'Paris-Three': 1 });
  });

  test('goes back as a whole', () => {
    expect(rendered.stage('Europe').OnFailure).toEqual({ Result: 'ROLLBACK' });
    expect(rendered.stage('Europe-Approval').OnFailure).toBeUndefined();
  });
});

test('a wave without approvals has no stage for them', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack).addWave('Europe', [Environment.of('Paris', { deploy: [siteIn(stack)] })], { retry: true });
  const rendered = Rendered.of(stack);
  expect(rendered.stages.map(stage => stage.Name)).toEqual(['Source', 'Europe']);
  expect(rendered.stage('Europe').OnFailure).toMatchObject({ Result: 'RETRY' });
});

test('an environment whose name makes the name of an action too long is refused', () => {
  const stack = stackIn(HOME);
  const environment = Environment.of('x'.repeat(96), { deploy: [siteIn(stack, 'Site')] });
  expect(refusalOf(() => pipelineIn(stack).addWave('Europe', [environment]))).toMatch(/The action name "x+-Site" is not allowed\.\n  mend: [^]*where: /);
});
