/** Whether a policy's pattern (`s3:Get*`, `*`) means an action: `*` is any text, `?` any character, and case does not count. */
export function meansAction(pattern: string, action: string): boolean {
  const [wanted, name] = [pattern.toLowerCase(), action.toLowerCase()];
  let [at, of, star, retry] = [0, 0, -1, 0];
  while (at < name.length) {
    if (wanted[of] === '*') [star, retry] = [of++, at];
    else if (wanted[of] === '?' || wanted[of] === name[at]) [at, of] = [at + 1, of + 1];
    else if (star >= 0) [of, at] = [star + 1, ++retry];
    else return false;
  }
  return /^\**$/.test(wanted.slice(of));
}
