/** A message that may quote a command of several lines, in the one line that it has. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}
