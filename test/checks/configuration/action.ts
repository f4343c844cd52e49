/** The valid pipeline, its action `Build/Compile` made one of another provider. */

import { actionIn, type Json } from '../fixture';

export interface ActionChange {
  /** category and provider: `Deploy EKS` */
  readonly type: string;
  readonly configuration?: Json;
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
}

/** A parameter that can be anything stands in the template under `Late`. */
export function having({ type, configuration, inputs = ['ShopSource'], outputs = [] }: ActionChange): (pipeline: Json, template: Json) => void {
  return (pipeline, template) => {
    const [Category, Provider, Owner = 'AWS'] = type.split(' ');
    template.Parameters = { Late: { Type: 'String', Default: '?' } };
    Object.assign(actionIn(pipeline, 'Build/Compile'), {
      ActionTypeId: { Category, Owner, Provider, Version: '1' },
      Configuration: configuration,
      InputArtifacts: inputs.map(Name => ({ Name })),
      OutputArtifacts: outputs.map(Name => ({ Name })),
    });
  };
}
