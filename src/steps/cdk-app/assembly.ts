import * as path from 'node:path';
import { Aws, Stage } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { EnvironmentPlaceholders } from 'aws-cdk-lib/cx-api';
import { AssetType, StackDeployment } from 'aws-cdk-lib/pipelines';
import { Construct } from 'constructs';
import { refuse } from '../../refuse';

const CLOUD_ASSEMBLY = 'cdk-conveyor.cloud-assembly';

/** What the run that makes a cloud assembly must publish: it learns so from the steps that deploy from its artifact. */
export class CloudAssembly {
  /** The assembly that an artifact holds. */
  static in(scope: Construct, artifact: codepipeline.Artifact): CloudAssembly {
    return artifact.getMetadata(CLOUD_ASSEMBLY) as CloudAssembly | undefined
      ?? refuse(scope, `The step deploys stacks of a CDK app, and "${artifact.artifactName}" is no cloud assembly.`, 'Let `Build.synth` make it, and name that step as the `input` where another build comes after it.');
  }

  private readonly files = new Set<string>();
  private readonly arns = new Set<string>();
  private images = false;

  /** Says that the artifact holds this assembly. */
  liesIn(artifact: codepipeline.Artifact) {
    artifact.setMetadata(CLOUD_ASSEMBLY, this);
  }

  /** A stack is deployed from this assembly: what it is made of must be published before. */
  deploys(stage: Stage, stack: StackDeployment) {
    if (!stack.assets.length) return; // the template alone is read from the artifact
    for (const asset of [...stack.assets, ...(stack.templateAsset ? [stack.templateAsset] : [])]) {
      this.files.add(pathInAssembly(stage, asset.assetManifestPath));
      if (asset.assetPublishingRoleArn) this.arns.add(bootstrapArn(asset.assetPublishingRoleArn, stack));
      if (asset.assetType === AssetType.DOCKER_IMAGE) this.images = true;
    }
  }

  /** The asset manifests to publish, as paths in the assembly. */
  get manifests(): readonly string[] {
    return [...this.files];
  }

  /** The bootstrap's roles that publish them. */
  get publishingRoles(): readonly string[] {
    return [...this.arns];
  }

  /** Whether images are among what is published: they are built by Docker. */
  get hasImages(): boolean {
    return this.images;
  }
}

/** The path of a file in the cloud assembly of the whole app, which the synth run makes again. */
export function pathInAssembly(stage: Stage, file: string): string {
  const { root } = stage.node;
  if (!Stage.isStage(root)) refuse(stage, 'The stage stands outside of any app.', 'Give it the App of the pipeline as its scope.');
  return path.relative(root.outdir, file).split(path.sep).join('/');
}

/** The ARN of a role of the bootstrap: an assembly leaves open what it does not know. */
export function bootstrapArn(arn: string, place: { readonly account?: string; readonly region?: string }): string {
  return EnvironmentPlaceholders.replace(arn, {
    partition: Aws.PARTITION, accountId: place.account ?? Aws.ACCOUNT_ID, region: place.region ?? Aws.REGION,
  });
}
