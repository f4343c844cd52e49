/**
 * What only AWS knows (a generated domain name, a custom resource's answer) stays visible in the plan as
 * `{unresolved:What.It.Is}`: never an exception, never an empty string that looks like a value.
 * Braces, because they mean nothing to a shell when such a value ends up in a command.
 */
const MARK = /\{unresolved:[^{}]*\}/;

/** The text that stands for a value which cannot be known before deployment. */
export function unresolved(what: string): string {
  return `{unresolved:${what.replace(/[{}\s]+/g, ' ').trim()}}`;
}

/** Whether a text has a part that cannot be known before deployment. */
export function isUnresolved(text: string): boolean {
  return text.includes('{unresolved:') && MARK.test(text);
}

/** A text with something else (nothing, say) in place of each part that cannot be known before deployment. */
export function replaceUnresolved(text: string, by: string): string {
  return text.replace(new RegExp(MARK, 'g'), () => by);
}
