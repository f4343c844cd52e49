import { BootstraplessSynthesizer, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import * as ecrAssets from 'aws-cdk-lib/aws-ecr-assets';
import { bootstrapArn } from './assembly';
import { refuse } from '../../refuse';

/** The roles of the bootstrap with which `cdk deploy` brings a stack, and all that it depends on, up to date. */
export function rolesToDeploy(stack: Stack): string[] {
  return withDependencies(stack).flatMap(one => {
    const { synthesizer } = one;
    if (!(synthesizer instanceof DefaultStackSynthesizer)) {
      refuse(one, 'The pipeline is to update itself, and a stack of it is synthesized without the roles of the bootstrap.', 'Leave its `synthesizer` to the default, or turn `selfUpdate` off.');
    }
    const { deployRoleArn, lookupRole } = synthesizer;
    const roles = synthesizer instanceof BootstraplessSynthesizer
      ? [deployRoleArn] // its region has no bootstrap, and the stack no assets
      : [deployRoleArn, ...(lookupRole ? [lookupRole] : []), ...publishing(one, synthesizer)];
    // a stack that leaves its place open is deployed beside the pipeline
    return roles.map(role => bootstrapArn(role, {}));
  });
}

/** The template is an asset itself. The synthesizer tells of these roles to nobody: they are read as it keeps them. */
function publishing(stack: Stack, synthesizer: DefaultStackSynthesizer): string[] {
  const { fileAssetPublishingRoleArn: files, imageAssetPublishingRoleArn: images } = synthesizer as unknown as PublishingRoles;
  const { bootstrapQualifier = DefaultStackSynthesizer.DEFAULT_QUALIFIER } = synthesizer;
  const named = (arn: string) => arn.replace('${Qualifier}', bootstrapQualifier);
  return [
    files ?? named(DefaultStackSynthesizer.DEFAULT_FILE_ASSET_PUBLISHING_ROLE_ARN),
    ...(stack.node.findAll().some(one => one instanceof ecrAssets.DockerImageAsset)
      ? [images ?? named(DefaultStackSynthesizer.DEFAULT_IMAGE_ASSET_PUBLISHING_ROLE_ARN)]
      : []),
  ];
}

interface PublishingRoles {
  readonly fileAssetPublishingRoleArn?: string;
  readonly imageAssetPublishingRoleArn?: string;
}

function withDependencies(stack: Stack, seen = new Set<Stack>()): Stack[] {
  if (seen.has(stack)) return [];
  seen.add(stack);
  return [...stack.dependencies.flatMap(other => withDependencies(other, seen)), stack];
}
