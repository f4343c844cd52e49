import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { Construct } from 'constructs';
import { ActionDetail, CatalogAction } from './catalog-action';
import { Step, StepProps } from './step';
import { StepContext } from './step-context';
import { nearest } from '../catalog/nearest';
import { Provider } from '../catalog/provider';
import { refuse } from '../refuse';

/** What a factory gives: how the step stands to others, and how its action is configured once it has a place. */
export interface ProviderStepProps extends Omit<StepProps, 'category'> {
  readonly row: Provider;
  /** @default - the row's first category */
  readonly category?: codepipeline.ActionCategory;
  readonly configure: (scope: Construct, context: StepContext) => ActionDetail;
}

/**
 * A step of any provider of the catalog: the class behind the factories.
 * @internal
 */
export class ProviderStep extends Step {
  private readonly row: Provider;
  private readonly configure: ProviderStepProps['configure'];

  constructor(props: ProviderStepProps) {
    super({ ...props, category: props.category ?? props.row.category as codepipeline.ActionCategory });
    this.row = props.row;
    this.configure = props.configure;
  }

  bind(scope: Construct, context: StepContext): codepipeline.IAction {
    return new CatalogAction(scope, this.row, this, context, this.configure(scope, context));
  }

  /**
   * A variable that the step's action gives, for use in the configuration of a later action.
   *
   * @param name the variable's name, for example `CommitId`; refused when the action is known not to give it
   * @returns an expression that CodePipeline resolves right before the later action starts
   */
  override variable(name: string): string {
    const { provider, variables } = this.row;
    if (variables !== '*' && !variables.includes(name)) {
      refuse(this.stepName, `${provider} gives no variable "${name}".`,
        variables.length ? `Did you mean "${nearest(name, variables)}"? It gives ${variables.join(', ')}.` : 'It gives none: take the variable of another step.');
    }
    return super.variable(name);
  }
}
