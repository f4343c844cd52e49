/** Conditions for the deployment of the valid pipeline. */

import { stageIn, type Json } from '../fixture';

export const ROOT = ['Resources', 'Pipeline', 'Properties', 'Stages', 3];

export function rule(Provider: string, Configuration?: Json, others: Json = {}): Json {
  return { Name: Provider, RuleTypeId: { Category: 'Rule', Owner: 'AWS', Provider, Version: '1' }, ...(Configuration && { Configuration }), ...others };
}

export const ALARM = rule('CloudWatchAlarm', { AlarmName: 'errors' });
export const CHECK = rule('VariableCheck', { Variable: '#{Shop.BranchName}', Value: 'main', Operator: 'EQ' });

export function hook(Result: Json, Rules: Json = [CHECK]): Json {
  return { Conditions: [{ Result, Rules }] };
}

/** A change that gives the stage Production other hooks than it has. */
export function production(hooks: Json) {
  return (pipeline: Json, template?: Json) => {
    if (template) template.Parameters = { Given: { Type: 'String', Default: 'Nonsense' }, Yes: { Type: 'String', Default: 'no' } };
    if (template) template.Conditions = { Yes: { 'Fn::Equals': [{ Ref: 'Yes' }, 'yes'] } };
    const stage = stageIn(pipeline, 'Production');
    delete stage.OnFailure;
    Object.assign(stage, hooks);
  };
}
