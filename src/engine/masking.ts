/** Takes secrets out of everything that is shown or written down. */

/** Shorter values would turn ordinary text into stars and hide nothing that can be guessed anyway. */
const SHORTEST = 3;

export class Mask {
  private secrets: string[] = [];

  /** Adds a secret, and each line of it, because output is masked line by line. */
  add(secret: string): void {
    const parts = [secret, ...secret.split(/\r?\n/)].map(part => part.trim()).filter(part => part.length >= SHORTEST);
    // the longest first: a secret that contains another must not leave its rest behind
    this.secrets = [...new Set([...this.secrets, ...parts])].sort((a, b) => b.length - a.length);
  }

  /** The text with every secret in it replaced by stars. */
  of(text: string): string {
    return this.secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  }

  /** The same for every text in a plain value. */
  deep<T>(value: T): T {
    if (this.secrets.length === 0) return value;
    if (typeof value === 'string') return this.of(value) as T;
    if (Array.isArray(value)) return value.map(item => this.deep(item) as unknown) as T;
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.deep(item) as unknown])) as T;
    }
    return value;
  }
}
