import * as servicecatalog from 'aws-cdk-lib/aws-servicecatalog';
import { deployment, DeployProps } from './deploy-props';
import { SERVICE_CATALOG } from '../../catalog/application-deploys';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { Step } from '../step';

/** A new version of a Service Catalog product. */
export interface ServiceCatalogProps extends DeployProps {
  /** The product, in the account and region of the deployment. Its template is one of CloudFormation. */
  readonly product: servicecatalog.IProduct;
  /**
   * The template's path in the artifact.
   * @default 'template.yaml', unless there is a `configurationPath`
   */
  readonly templatePath?: string;
  /**
   * The version's name. One of this and `configurationPath` is required.
   * @default - the file says
   */
  readonly versionName?: string;
  /**
   * What is new in the version.
   * @default - no description
   */
  readonly versionDescription?: string;
  /**
   * The path, in the artifact, of a file that says all of this, in place of it.
   * @default - none
   */
  readonly configurationPath?: string;
}

export function serviceCatalogStep(stepName: string, props: ServiceCatalogProps): Step {
  const { configurationPath, versionName } = props;
  if (!configurationPath && !versionName) {
    refuse(stepName, 'The version of the product has no name.', 'Give it a `versionName`, which may be a variable of the pipeline, or a file with `configurationPath`.');
  }
  if (configurationPath && (versionName ?? props.templatePath ?? props.versionDescription) !== undefined) {
    refuse(stepName, 'The version of the product is told of here and in a file.', 'Keep `configurationPath`, or `templatePath`, `versionName` and `versionDescription`.');
  }
  return new ProviderStep({
    ...deployment(stepName, SERVICE_CATALOG, props),
    configure: () => ({
      configuration: {
        ProductId: props.product.productId,
        ConfigurationFilePath: configurationPath,
        ...(!configurationPath && {
          TemplateFilePath: props.templatePath ?? 'template.yaml',
          ProductVersionName: versionName,
          ProductVersionDescription: props.versionDescription,
          ProductType: 'CLOUD_FORMATION_TEMPLATE',
        }),
      },
    }),
  });
}
