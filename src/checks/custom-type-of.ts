import type { Declared, Plan } from '../plan';

const PARTS = ['Category', 'Provider', 'Version'];

/** The custom action type that an action is of, where it stands in the same document. */
export function customTypeOf(action: Declared, { resources }: Plan): Declared | undefined {
  const id = action.at('ActionTypeId');
  if (id.at('Owner').text !== 'Custom') return undefined;
  const found = resources.ofType('AWS::CodePipeline::CustomActionType').find(({ declared }) => PARTS.every(part => {
    const { text } = id.at(part);
    return text !== undefined && text === declared.at(part).text;
  }));
  return found?.declared;
}
