import type { ConfigurationKey, Provider } from '../../catalog/provider';
import { Declared, type PipelinePlan } from '../../plan';
import { isClosed, lacks } from '../known';
import { actionsOf } from '../parts';

/** An action whose provider CodePipeline ships, with its configuration. */
export class Configured {
  readonly configuration: Declared;

  constructor(readonly declared: Declared, readonly row: Provider) {
    this.configuration = declared.at('Configuration');
  }

  /** where something is missing */
  get where(): Declared {
    return this.configuration.given ? this.configuration : this.declared;
  }

  /** the value of a key when it is wholly known: no parameter in it, and no variable of a run */
  fixed(key: string): string | undefined {
    return fixedText(this.configuration.at(key));
  }

  /** the value of a key in small letters, for those that are true or false */
  truth(key: string): string | undefined {
    return this.fixed(key)?.toLowerCase();
  }

  has(key: string): boolean {
    return this.configuration.at(key).given;
  }

  /** whether it certainly has no value for the key */
  lacks(key: string): boolean {
    return this.configuration.given ? lacks(this.configuration, key) : lacks(this.declared, 'Configuration');
  }

  /** the keys that the provider has, as far as they are given */
  get given(): { readonly key: string; readonly value: Declared; readonly rule: ConfigurationKey }[] {
    return this.configuration.keys
      .filter(key => Object.hasOwn(this.row.configuration, key))
      .map(key => ({ key, value: this.configuration.at(key), rule: this.row.configuration[key] }));
  }

  /** the names of its input artifacts; undefined when one of them is unknown */
  get inputs(): readonly string[] | undefined {
    const list = this.declared.at('InputArtifacts');
    if (!list.given) return isClosed(this.declared) ? [] : undefined;
    const names = list.items.map(item => item.at('Name').text);
    return list.isWhole && names.every(name => name !== undefined) ? names : undefined;
  }
}

/** A text in which nothing is put in before the action runs. */
export function fixedText({ text }: Declared): string | undefined {
  return text?.includes('#{') ? undefined : text;
}

/** What a team has registered under a provider's name is not judged: it may be another one. */
export function configuredIn(pipeline: PipelinePlan): Configured[] {
  return actionsOf(pipeline).flatMap(({ action, row }) => (row && row.owner !== 'Custom' ? [new Configured(action.declared, row)] : []));
}

/** Words with commas and an "and" between them. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
