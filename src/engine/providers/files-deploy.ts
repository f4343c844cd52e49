/** Deployments that read certain files of their artifact and then change something in AWS. */

import { artifactDocument, artifactText } from './artifact-file';
import type { ActionContext, ProviderRunner } from './provider-runner';

/** What one provider reads, and what it would do. */
interface Deployment {
  /** files that must exist in the input artifact */
  files?(configuration: Configuration): (string | undefined)[];
  /** files that must parse as JSON or YAML as well */
  documents?(configuration: Configuration): (string | undefined)[];
  would(configuration: Configuration): string;
}

type Configuration = Readonly<Record<string, string>>;

const DEPLOYMENTS: Readonly<Record<'AppConfig' | 'EC2' | 'EKS' | 'ElasticBeanstalk' | 'Lambda', Deployment>> = {
  AppConfig: {
    files: configuration => [configuration.InputArtifactConfigurationPath],
    would: configuration => `would deploy the configuration ${configuration.ConfigurationProfile} to ${configuration.Application}/${configuration.Environment}`,
  },
  EC2: {
    files: configuration => [configuration.PreScript, configuration.PostScript],
    documents: configuration => [configuration.DeploySpec],
    would: configuration => `would deploy to the instances tagged ${configuration.InstanceTagKey}=${configuration.InstanceTagValue ?? '*'}`,
  },
  EKS: {
    // a pattern cannot be looked up by its name
    files: configuration => (configuration.ManifestFiles ?? '').split(',').map(name => name.trim()).filter(name => !/[*?[]/.test(name)),
    documents: configuration => (configuration.HelmValuesFiles ?? '').split(',').map(name => name.trim()),
    would: configuration => `would apply ${configuration.ManifestFiles ?? `the chart ${configuration.HelmChartLocation}`} to the cluster ${configuration.ClusterName}`,
  },
  ElasticBeanstalk: {
    would: configuration => `would deploy the artifact to ${configuration.ApplicationName}/${configuration.EnvironmentName}`,
  },
  Lambda: {
    would: configuration => `would publish a version of ${configuration.FunctionName} and shift ${configuration.FunctionAlias ?? 'its alias'} to it`,
  },
};

/** The runner of one of these providers. */
export function filesDeploy(provider: keyof typeof DEPLOYMENTS): ProviderRunner {
  const deployment = DEPLOYMENTS[provider];
  return {
    fidelity: 'emulated',
    run: async (context: ActionContext) => {
      const { configuration, inputs } = context.action;
      for (const artifact of inputs) context.store.archive(artifact);
      const artifact = inputs[0] ?? '';
      for (const path of deployment.files?.(configuration) ?? []) if (path) artifactText(context, { artifact, path });
      for (const path of deployment.documents?.(configuration) ?? []) if (path) artifactDocument(context, { artifact, path });
      const message = deployment.would(configuration);
      return { status: 'Succeeded', message };
    },
  };
}
