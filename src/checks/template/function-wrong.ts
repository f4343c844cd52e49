import { near } from '../../catalog/nearest';
import { atPath, type FunctionCall } from '../../plan';
import type { Check, Problem } from '../check';
import { shown } from '../known';
import { FORMS } from './function-form';

const FUNCTIONS = [
  ...Object.keys(FORMS), 'Fn::Base64', 'Fn::Cidr', 'Fn::GetAZs', 'Fn::GetStackOutput', 'Fn::ImportValue', 'Fn::Transform',
  // for the rules of parameters
  'Fn::Contains', 'Fn::EachMemberEquals', 'Fn::EachMemberIn', 'Fn::RefAll', 'Fn::ValueOf', 'Fn::ValueOfAll',
];
const WITH_TRANSFORM = ['Fn::Length', 'Fn::ToJsonString'];
const OF_ACTIONS = ['Fn::GetArtifactAtt', 'Fn::GetParam'];
const KNOWN = [...FUNCTIONS, ...WITH_TRANSFORM];

export const FUNCTION_WRONG: Check = {
  id: 'conveyor:function-wrong',
  severity: 'error',
  ofTemplate: true,
  title: 'A template with a pipeline has a function that CloudFormation does not know, or gives one what it does not take',
  why: 'CloudFormation refuses the template as a whole, and the pipeline is not deployed.',
  mend: 'Write it as the reference of the intrinsic functions has it.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html',
  * find({ file }, plan) {
    for (const call of plan.surveyOf(file).calls) {
      const problem = wrongOf(call);
      if (problem) yield { at: atPath(call.path), ...problem };
    }
  },
};

function wrongOf({ name, argument }: FunctionCall): Omit<Problem, 'at'> | undefined {
  if (name === 'Ref' || name === 'Condition') {
    return typeof argument === 'object' ? { wrong: `${name} takes a name, and nothing else.` } : undefined;
  }
  if (Object.hasOwn(FORMS, name)) {
    const takes = FORMS[name](argument);
    return takes === undefined ? undefined : { wrong: `${name} takes ${takes}.` };
  }
  if (WITH_TRANSFORM.includes(name)) return { wrong: `${name} needs a transform.`, mend: 'Add "Transform: AWS::LanguageExtensions" to the template.' };
  if (OF_ACTIONS.includes(name)) {
    return { wrong: `${name} is no function of CloudFormation.`, mend: 'It stands in the text of ParameterOverrides, written as JSON, where the action reads it.' };
  }
  if (FUNCTIONS.includes(name)) return undefined;
  const meant = name === 'Fn::Ref' ? 'Ref' : near(name, KNOWN);
  return { wrong: `There is no function ${shown(name)}.`, mend: meant && `Did you mean "${meant}"?` };
}
