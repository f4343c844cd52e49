/** What shows that a value is a secret: its name, or its own form. */

import { wordsOf } from './words';

const NAMES = /(^|_)(\w*password|\w*passwd|\w*passphrase|passcode|\w*secret|\w*token|\w*apikey|api_key|access_key|secret_key|private_key|signing_key|auth_key|account_key|\w*credentials?)$/;
/** secrets only behind another word: DB_PASS, not PWD */
const SHORT_NAMES = /_(pass|pwd|pw)$/;
/** where to read on, and what everybody may know */
const NO_SECRETS = /(^|_)(next|page|continuation|public|publishable)_(token|key)$|(^|_)old_pwd$/;
/** what may follow: API_KEY_PROD, TOKEN_2 */
const QUALIFIERS = new Set([
  'value', 'text', 'string', 'plain', 'prod', 'production', 'staging', 'dev', 'test', 'qa', 'old', 'new', 'read', 'write', 'ro', 'rw', 'readonly', 'base', '64', 'b',
]);

/** `DB_PASSWORD`, `githubToken`; neither `TOKEN_URL` nor `PASSWORD_PARAMETER`, which only lead there. */
export function namesSecret(name: string): boolean {
  const words = wordsOf(name);
  while (words.length > 1 && (QUALIFIERS.has(words[words.length - 1]) || /^\d+$/.test(words[words.length - 1]))) words.pop();
  const plain = words.join('_');
  return (NAMES.test(plain) || SHORT_NAMES.test(plain)) && !NO_SECRETS.test(plain);
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/(?<![A-Za-z0-9])A[KS]IA(?![0-9A-Z]{9}EXAMPLE)[0-9A-Z]{16}(?![A-Za-z0-9])/, 'an access key of AWS'],
  [/(?<![A-Za-z0-9_])(gh[pousr]_[A-Za-z0-9]{30}|github_pat_[A-Za-z0-9_]{22})/, 'a token of GitHub'],
  [/(?<![A-Za-z0-9_-])glpat-[A-Za-z0-9_-]{20}/, 'a token of GitLab'],
  [/(?<![A-Za-z0-9_-])xox[abeprs]-[A-Za-z0-9-]{10}/, 'a token of Slack'],
  [/(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{36}/, 'a token of npm'],
  [/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/, 'a private key'],
  [/(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20}/, 'a signed token (JWT)'],
  [/:\/\/[^\s/:@"'$#{}<>*%]{0,100}:[^\s/:@"'$#{}<>*%]{3,200}@(?!localhost|127\.)/, 'a password in an address'],
];

/** What kind of credential stands in a text, by its form. */
export function credentialIn(text: string): string | undefined {
  return FORMS.find(([form]) => form.test(text))?.[1];
}

/** Values that lead to a secret, say that there is one, or stand for one that is put in later. */
const NO_VALUES = [
  /^$/, /^(true|false|yes|no|on|off|none|null|undefined|n\/a)$/i, /^[$%]/, /\{\{resolve:|#\{|\{unresolved:|\$\{/,
  /^arn:/, /^\.{0,2}\//, /^[a-z]+:\/\//i, /^<.*>$/, /^(\*+|x+|\.+)$/i, /^[a-z0-9_.-]+(\/[a-z0-9_.-]+)+$/,
];

/** Whether the value of something that is named as a secret is one. */
export function isLiteral(value: string): boolean {
  return !NO_VALUES.some(form => form.test(value.trim()));
}
