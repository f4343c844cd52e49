/** `#{namespace.key}`: what actions tell each other, resolved before an action starts. */

import { EngineError } from './engine-error';

const REFERENCE = /#\{([A-Za-z0-9@_-]+)\.([A-Za-z0-9@_.-]+)\}/g;

export class Variables {
  private readonly namespaces = new Map<string, Readonly<Record<string, string>>>();

  /**
   * @param given values from outside, by `namespace.key`; they win over what actions say, so that a person can stand in
   *              for what only AWS could tell
   */
  constructor(private readonly given: Readonly<Record<string, string>> = {}) {}

  set(namespace: string, values: Readonly<Record<string, string>>): void {
    this.namespaces.set(namespace, values);
  }

  /** undefined when no action has given it */
  get(namespace: string, key: string): string | undefined {
    const outside = `${namespace}.${key}`;
    if (Object.hasOwn(this.given, outside)) return this.given[outside];
    const values = this.namespaces.get(namespace);
    return values && Object.hasOwn(values, key) ? values[key] : undefined;
  }

  /** @throws EngineError that names the first reference which nothing has answered */
  resolve(text: string): string {
    return text.replace(REFERENCE, (whole, namespace: string, key: string) => {
      const value = this.get(namespace, key);
      if (value === undefined) throw new EngineError(this.missing(whole, namespace, key));
      return value;
    });
  }

  /**
   * The same for a configuration value. One that is JSON stays JSON: a quotation mark in a commit message must not
   * break the list of environment variables that it goes into.
   */
  resolveConfiguration(text: string): string {
    if (!text.includes('#{')) return text;
    if (/^\s*[[{]/.test(text)) {
      let parsed: unknown;
      try {
        parsed = JSON.parse(text);
      } catch {
        return this.resolve(text);
      }
      return JSON.stringify(this.resolveDeep(parsed));
    }
    return this.resolve(text);
  }

  private resolveDeep(value: unknown): unknown {
    if (typeof value === 'string') return this.resolve(value);
    if (Array.isArray(value)) return value.map(item => this.resolveDeep(item));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.resolveDeep(item)]));
    }
    return value;
  }

  private missing(whole: string, namespace: string, key: string): string {
    const values = this.namespaces.get(namespace);
    const why = values === undefined
      ? `no action that ran before has the namespace ${namespace} (there ${this.namespaces.size === 1 ? 'is' : 'are'} ${[...this.namespaces.keys()].join(', ') || 'none'})`
      : `${namespace} gives ${Object.keys(values).join(', ') || 'nothing'}`;
    return `the variable ${whole} cannot be resolved: ${why}; a run on this machine takes it from --variable ${namespace}.${key}=value`;
  }
}
