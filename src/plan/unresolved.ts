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

/** A mark that stands for the same value wherever a template has it: a name, an attribute, an export or a late reference, and no function. */
const STEADY = /\{unresolved:(?:(?!Fn::)\w[\w:]*(?:\.\w+)*|ImportValue [^{}]+|resolve:[^{}]+)\}/g;

/** Whether two texts of one deployment that are both written like this are the same, whatever their unknown parts are. */
export function isSteady(text: string): boolean {
  return !isUnresolved(text) || !isUnresolved(text.replace(STEADY, ''));
}

/** A text as a template could say it: `${Name}` for each part that cannot be known before deployment. */
export function asReference(text: string): string {
  return text.replace(new RegExp(MARK, 'g'), mark => `\${${mark.slice('{unresolved:'.length, -1)}}`);
}
