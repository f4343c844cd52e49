import { CATALOG } from '../../catalog/catalog';
import { CATEGORIES, PROVIDER_NAME, VERSION } from '../../catalog/names';
import { near } from '../../catalog/nearest';
import type { Provider } from '../../catalog/provider';
import type { Declared } from '../../plan';
import { type Check, type Problem, STRUCTURE } from '../check';
import { lacks, shown } from '../known';
import { actionsOf } from '../parts';

const OWNERS = ['AWS', 'ThirdParty', 'Custom'];
/** Providers of AWS that older templates still name, and when their service ended. */
const RETIRED: Readonly<Record<string, string>> = { OpsWorks: 'May 2024' };

export const ACTION_TYPE_UNKNOWN: Check = {
  id: 'conveyor:action-type-unknown',
  severity: 'error',
  title: 'CodePipeline does not know the category, owner, provider or version of an action',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Name category, owner, provider and version as docs/providers.md lists them.',
  source: `${STRUCTURE}#actions-valid-providers`,
  * find(pipeline) {
    for (const { action: { declared }, row } of actionsOf(pipeline)) {
      const type = declared.at('ActionTypeId');
      if (lacks(declared, 'ActionTypeId')) yield { at: declared, wrong: 'The action has no type.', mend: 'Give it an `ActionTypeId`.' };
      const missing = ['Category', 'Owner', 'Provider', 'Version'].filter(key => lacks(type, key)).join(', ');
      if (missing) yield { at: type, wrong: `The type of the action has no ${missing}.`, mend: `Add ${missing}.` };
      const [category, owner] = [type.at('Category'), type.at('Owner')];
      yield* oneOf(category, 'category', CATEGORIES);
      yield* oneOf(owner, 'owner', OWNERS);
      if (row) yield* wrongVersion(type.at('Version'), row);
      else yield* wrongProvider(type);
    }
  },
};

function* oneOf(value: Declared, what: string, known: readonly string[]): Generator<Problem> {
  if (value.text === undefined || known.includes(value.text)) return;
  const meant = near(value.text, known);
  yield { at: value, wrong: `The ${what} is ${shown(value.text)}.`, mend: meant ? `Did you mean ${meant}?` : `Use one of ${known.join(', ')}.` };
}

function* wrongVersion(version: Declared, row: Provider): Generator<Problem> {
  if (version.text === undefined || version.text === row.version || row.owner === 'Custom') return;
  yield {
    at: version,
    wrong: `${row.provider} has no version ${shown(version.text)}.`,
    mend: row.provider === 'GitHub'
      ? 'What is called version 2 is the provider CodeStarSourceConnection, of the owner AWS, in its version 1.'
      : `Its version is "${row.version}".`,
  };
}

function* wrongProvider(type: Declared): Generator<Problem> {
  const [category, owner, provider, version] = ['Category', 'Owner', 'Provider', 'Version'].map(key => type.at(key));
  if (provider.text !== undefined && !PROVIDER_NAME.pattern.test(provider.text)) {
    yield { at: provider, wrong: `The provider ${shown(provider.text)} is not allowed.`, mend: 'A provider has 1 to 35 letters, digits and - _' };
  } else if (provider.text !== undefined && category.text !== undefined && CATEGORIES.includes(category.text)) {
    yield* unknownProvider(provider, category.text, owner.text, provider.text);
  }
  if (version.text !== undefined && !VERSION.pattern.test(version.text)) {
    yield { at: version, wrong: `The version ${shown(version.text)} is not allowed.`, mend: 'A version has 1 to 9 letters, digits and - _' };
  }
}

/** Of providers that belong to others than AWS, only those are judged that AWS has under the very same name, and those that never were. */
function* unknownProvider(at: Declared, category: string, owner: string | undefined, name: string): Generator<Problem> {
  const same = CATALOG.filter(row => row.provider === name && row.owner !== 'Custom');
  if (owner === 'AWS' && Object.hasOwn(RETIRED, name)) {
    yield { at, wrong: `${name} ended in ${RETIRED[name]}: nothing deploys there any more.`, mend: 'Deploy with CodeDeploy, EC2, ECS or CloudFormation.' };
  } else if (owner === 'AWS') {
    yield { at, wrong: `AWS has no provider ${shown(name)} of the category ${category}.`, ...candidates(category, name, same) };
  } else if (owner === 'ThirdParty' && same.length > 0 && same.every(row => row.owner === 'AWS')) {
    yield { at, wrong: `${name} is a provider of AWS, and the owner is ThirdParty.`, mend: 'Make the owner AWS.' };
  } else if (owner === 'ThirdParty' && THROUGH_CONNECTIONS.test(name)) {
    yield { at, wrong: `Nobody has a provider ${shown(name)}.`, mend: 'Use a connection: CodeStarSourceConnection, of the owner AWS.' };
  } else if (owner === 'ThirdParty' && name !== 'GitHub' && near(name, ['GitHub'])) {
    yield { at, wrong: `Nobody has a provider ${shown(name)}.`, mend: 'It is spelt "GitHub"; better, use a connection: CodeStarSourceConnection, of the owner AWS.' };
  }
}

/** What only connections reach. */
const THROUGH_CONNECTIONS = /^(bitbucket|gitlab)(selfmanaged|cloud|server)?$/i;

function candidates(category: string, name: string, same: readonly Provider[]): { mend?: string } {
  if (same.length > 0) return { mend: `${name} is known as ${same.map(row => `category ${row.category}, owner ${row.owner}`).join('; or as ')}.` };
  const aws = CATALOG.filter(row => row.owner === 'AWS');
  const ofCategory = aws.filter(row => row.category === category || row.alsoAs === category).map(row => row.provider);
  const nearest = near(name, ofCategory);
  if (nearest) return { mend: `Did you mean ${nearest}?` };
  const elsewhere = aws.find(row => row.provider === near(name, aws.map(one => one.provider)));
  if (elsewhere) return { mend: `Did you mean ${elsewhere.provider}, of the category ${elsewhere.category}?` };
  return { mend: `Use one of ${ofCategory.join(', ')}; a provider of somebody else has the owner ThirdParty or Custom.` };
}
