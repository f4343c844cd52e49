/** What CodePipeline allows as a name. Source: API reference, the patterns of PipelineDeclaration and its parts. */
export interface NameRule {
  readonly pattern: RegExp;
  readonly allowed: string;
}

const rule = (characters: string, spoken: string, max = 100): NameRule => ({
  pattern: new RegExp(`^[${characters}]{1,${max}}$`),
  allowed: `1 to ${max} of ${spoken}`,
});

/** pipelines, stages, actions and rules */
export const NAME = rule('A-Za-z0-9.@\\-_', 'letters, digits and . @ - _');
export const ARTIFACT_NAME = rule('A-Za-z0-9_\\-', 'letters, digits and - _');
export const NAMESPACE = rule('A-Za-z0-9@\\-_', 'letters, digits and @ - _');
export const VARIABLE_NAME = rule('A-Za-z0-9@\\-_', 'letters, digits and @ - _', 128);
export const PROVIDER_NAME = rule('0-9A-Za-z_\\-', 'letters, digits and - _', 35);
export const VERSION = rule('0-9A-Za-z_\\-', 'letters, digits and - _', 9);

/** of actions */
export const CATEGORIES: readonly string[] = ['Source', 'Build', 'Test', 'Deploy', 'Approval', 'Invoke', 'Compute'];

/** The nearest allowed name: what a message can offer in place of a wrong one. */
export function nearestName(wrong: string): string {
  return wrong.trim().replace(/[^A-Za-z0-9.@\-_]+/g, '-').slice(0, 100) || 'Pipeline';
}

/** The nearest name without what is not allowed; a name that is changed or cut gets a few characters that keep it apart from others. */
export function distinctName(wanted: string, notAllowed: RegExp, max: number): string {
  const name = wanted.replace(notAllowed, '-');
  if (name === wanted && name.length <= max) return name;
  let hash = 5381;
  for (const character of wanted) hash = (hash * 33 + character.charCodeAt(0)) % 0x100000000;
  return `${name.slice(0, max - 8)}-${hash.toString(36)}`;
}
