/**
 * What a random program decides. A program is a function of numbers: every question takes the next of them, and when there are
 * none left, the first answer holds. So fewer and smaller numbers are a simpler program, the same numbers are the same program,
 * and fast-check shrinks without knowing what a pipeline is.
 */
export class Choices {
  private at = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** whether there is something left to decide by */
  get left(): boolean {
    return this.at < this.numbers.length;
  }

  /** A whole number from 0. */
  nat(most: number): number {
    return (this.numbers[this.at++] ?? 0) % (most + 1);
  }

  pick<T>(options: readonly T[]): T {
    return options[this.nat(options.length - 1)];
  }

  chance(percent: number): boolean {
    return this.nat(99) >= 100 - percent;
  }

  maybe<T>(make: () => T, percent = 30): T | undefined {
    return this.chance(percent) ? make() : undefined;
  }

  list<T>(least: number, most: number, make: (at: number) => T): T[] {
    return Array.from({ length: least + this.nat(most - least) }, (_, at) => make(at));
  }

  /** Some of a few, in their order; perhaps none. */
  some<T>(options: readonly T[]): T[] {
    return options.filter(() => this.chance(50));
  }
}
