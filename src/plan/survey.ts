/** What a template is made of as a whole: found once, however many pipelines, checks and deployments ask for it. */

import { namesAsked } from './asked-names';
import { circlesOf, type Circle } from './circles';
import { entries, functionCalls, isClosed, type FunctionCall } from './function-calls';
import { missingNames, type MissingName } from './missing-names';
import type { Path } from './origin';
import { own } from './scope';
import { isObject, type Json, type Template } from './template';

interface Asked {
  readonly name: string;
  readonly path: Path;
}

/** All of it is empty where a macro, a transform, a loop or a module has a hand in the template. */
export interface Survey {
  readonly calls: readonly FunctionCall[];
  readonly missing: readonly MissingName[];
  readonly circles: readonly Circle[];
  /** the resources as they are written, by their logical ids, but for those that take something in from elsewhere */
  readonly resources: readonly (readonly [string, Json])[];
  /** what `Fn::GetAtt` asks of resources, by their logical ids */
  readonly attributes: ReadonlyMap<string, readonly Asked[]>;
}

export const EMPTY_SURVEY: Survey = { calls: [], missing: [], circles: [], resources: [], attributes: new Map() };

const made = new WeakMap<Template, Survey>();

export function surveyOf(template: Template): Survey {
  const known = made.get(template);
  if (known) return known;
  const survey = isClosed(template) ? surveyed(template) : EMPTY_SURVEY;
  made.set(template, survey);
  return survey;
}

function surveyed(template: Template): Survey {
  const calls = functionCalls(template);
  const attributes = new Map<string, Asked[]>();
  for (const call of calls) {
    for (const { name: logicalId, attribute } of namesAsked(call)) {
      if (!attribute) continue;
      const asked = { name: attribute, path: call.path };
      const known = attributes.get(logicalId);
      if (known) known.push(asked); else attributes.set(logicalId, [asked]);
    }
  }
  return {
    calls,
    attributes,
    missing: missingNames(template, calls),
    circles: circlesOf(template, calls),
    resources: entries(own(template, 'Resources')).filter((entry): entry is [string, Json] => isObject(entry[1]) && !Object.keys(entry[1]).some(key => key.startsWith('Fn::'))),
  };
}
