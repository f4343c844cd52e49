import { App, Stack, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Choices } from './choices';
import { IArtifactProducer, Step } from '../../../src';

export const HOME = { account: '111111111111', region: 'eu-west-1' };

/** What a step gives to later ones. */
interface Given {
  readonly artifacts: readonly IArtifactProducer[];
  /** expressions that stand for its variables */
  readonly variables: readonly (() => string)[];
}

/** Where a program is made: its stack, what its steps have given so far, and the names that are taken. */
export class World {
  readonly app: App;
  readonly stack: Stack;
  private ids = 0;
  private readonly artifacts: IArtifactProducer[] = [];
  private readonly variables: (() => string)[] = [];
  private stage: Given[] = [];

  /** @param outdir where it is synthesized to */
  constructor(readonly choices: Choices, outdir: string) {
    this.app = new App({ outdir });
    this.stack = new Stack(this.app, 'Delivery', { env: choices.chance(10) ? undefined : HOME });
  }

  /** whether the stack says where it stands */
  get isPlaced(): boolean {
    return !Token.isUnresolved(this.stack.account);
  }

  get account(): string {
    return HOME.account;
  }

  get region(): string {
    return HOME.region;
  }

  get scope(): Construct {
    return this.stack;
  }

  /** An id that nothing else has. */
  id(what = 'Thing'): string {
    return `${what}${this.ids++}`;
  }

  arn(service: string, resource: string): string {
    return `arn:aws:${service}:${this.region}:${this.account}:${resource}`;
  }

  /** A name for an action, a stage or a rule; one that is `plain` may be an artifact's, too. */
  name(plain = false): string {
    const number = this.ids++;
    const base = this.choices.pick([`Step${number}`, `step_${number}`, `${number}`, `Step${number}`, `S-${number}`, ...(plain ? [] : [`st.ep@${number}`])]);
    return this.choices.chance(3) ? `${base}${'x'.repeat(100 - base.length)}` : base;
  }

  /** A text of the configuration: one line, perhaps with a variable, perhaps as long as the service takes it. */
  text(longest = 1000): string {
    const base = this.choices.pick(['plain', 'with blanks in it', 'quotes "\' and <brackets> & more', 'ünïcödé ✓', '{{curly}} ${shell} $(command)', 'a: b, [c]']);
    if (this.choices.chance(6)) return base.padEnd(longest, '.');
    const variable = longest > 400 && this.choices.chance(30) ? this.variable() : undefined;
    return variable ? `${base} ${variable}` : base;
  }

  /** What an action of an earlier stage gives. */
  variable(): string | undefined {
    return this.variables.length ? this.choices.pick(this.variables)() : undefined;
  }

  /** Something to read: of an earlier stage, or of this one. */
  input(): IArtifactProducer | undefined {
    const all = [...this.artifacts, ...this.stage.flatMap(one => one.artifacts)];
    return all.length ? this.choices.pick(all) : undefined;
  }

  maybeInput(percent = 30): IArtifactProducer | undefined {
    return this.choices.chance(percent) ? this.input() : undefined;
  }

  /** Different artifacts to read. */
  inputs(most: number): IArtifactProducer[] {
    const wanted = this.choices.list(0, most, () => this.input()).filter(one => one !== undefined);
    return wanted.filter((one, at) => wanted.findIndex(other => other.primaryOutput === one.primaryOutput) === at);
  }

  /** A step that now stands in the stage, and what it gives. */
  stands<T extends Step>(step: T, labels: readonly string[] = [], variables: readonly (() => string)[] = []): T {
    const artifacts = [...(step.primaryOutput ? [step] : []), ...labels.map(label => step.output(label))];
    this.stage.push({ artifacts, variables });
    return step;
  }

  /** The stage is complete: what its steps give can be read, and their variables used. */
  next() {
    this.artifacts.push(...this.stage.flatMap(one => one.artifacts));
    this.variables.push(...this.stage.flatMap(one => one.variables));
    this.stage = [];
  }

  /** A variable that is no step's. */
  knows(variable: () => string) {
    this.variables.push(variable);
  }
}
