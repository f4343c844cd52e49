import { near } from '../../catalog/nearest';
import { OTHER_TYPES, SETTLED_TYPES } from '../../catalog/resource-types';
import { atPath } from '../../plan';
import type { Check } from '../check';
import { shown } from '../known';

const TYPES = Object.entries({ ...SETTLED_TYPES, ...OTHER_TYPES }).flatMap(([service, names]) => names.map(name => `${service}::${name}`));
const IN_SMALL_LETTERS = new Map(TYPES.map(type => [type.toLowerCase(), type]));

export const RESOURCE_TYPE: Check = {
  id: 'conveyor:resource-type',
  severity: 'error',
  ofTemplate: true,
  title: 'A resource beside a pipeline has no type, or one that there is not',
  why: 'CloudFormation refuses the template as a whole, and the pipeline is not deployed.',
  mend: 'Look its type up in the reference: it is `AWS::service::resource`, with capitals as they stand there.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
  * find({ file }, plan) {
    for (const [logicalId, { Type: type }] of plan.surveyOf(file).resources) {
      const path = ['Resources', logicalId];
      if (type === undefined) yield { at: atPath(path), wrong: `The resource ${shown(logicalId)} has no Type.` };
      if (typeof type !== 'string' || !isWrong(type)) continue;
      const meant = meantBy(type);
      yield { at: atPath([...path, 'Type']), wrong: `There is no type of resources ${shown(type)}.`, mend: meant && `Did you mean "${meant}"?` };
    }
  },
};

function isWrong(type: string): boolean {
  const [vendor, service, name, ...more] = type.split('::');
  if (vendor !== 'AWS') return service === undefined || vendor.toUpperCase() === 'AWS';
  if (!name) return true;
  const settled = ownOf(SETTLED_TYPES, `AWS::${service}`);
  if (settled) return more.length > 0 || !settled.includes(name);
  return !TYPES.includes(type) && meantBy(type) !== undefined;
}

/** The type that one of another spelling is surely meant to be. */
function meantBy(type: string): string | undefined {
  const [, service = '', name = ''] = type.split('::');
  const names = ownOf(SETTLED_TYPES, `AWS::${service}`) ?? ownOf(OTHER_TYPES, `AWS::${service}`);
  const meant = names && near(name, names);
  return IN_SMALL_LETTERS.get(type.toLowerCase().replace(/:+/g, '::')) ?? (meant && `AWS::${service}::${meant}`);
}

function ownOf(types: typeof SETTLED_TYPES, service: string): readonly string[] | undefined {
  return Object.hasOwn(types, service) ? types[service] : undefined;
}
