import type { Declared, Plan } from '../../plan';
import type { Check, Problem } from '../check';
import { placesOf } from './secret-places';
import { credentialIn, isLiteral, namesSecret } from './secret-signs';

export const PLAIN_TEXT_SECRET: Check = {
  id: 'conveyor:plain-text-secret',
  severity: 'warning',
  title: 'A secret stands in the template in plain text',
  why: 'Whoever may read the template, the pipeline or the project reads it, in the console and through the API, and it stays in the history of the repository. '
    + 'Looked at are the environment variables of projects, actions and buildspecs, configuration values, commands and the defaults of pipeline variables: a '
    + 'literal whose name is that of a secret (PASSWORD, TOKEN, API_KEY …), or which has the form of a credential (AKIA…, ghp_…, a private key …). The finding '
    + 'never shows the value.',
  mend: 'Keep it in Secrets Manager or Parameter Store, and refer to it; replace it, for it may be known by now.',
  source: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html',
  * find(pipeline, plan) {
    const found = new Map<Declared, Problem>();
    let resources: ReadonlySet<string> | undefined;
    for (const { name, what, text, at, mend, isSecret } of placesOf(pipeline, plan)) {
      if (text === undefined) continue;
      const credential = credentialIn(text);
      const isNamed = isSecret || (name !== undefined && namesSecret(name));
      if (credential === undefined && !(isNamed && isLiteral(text) && !(resources ??= namesIn(plan)).has(text))) continue;
      const said = credential === undefined ? `${what} is a secret by its name, and stands here in plain text.` : `${what} holds ${credential} in plain text.`;
      const before = found.get(at);
      found.set(at, before ? { ...before, wrong: `${before.wrong} ${said}` } : { at, wrong: said, mend });
    }
    yield* found.values();
  },
};

/** What a reference to a resource gives: the parameter that holds the secret, say. */
function namesIn({ resources }: Plan): ReadonlySet<string> {
  return new Set(resources.all.flatMap(({ name, logicalId, arn }) => [name, logicalId, arn]));
}
