import { Resource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { StepContext } from './step-context';
import { artifactAccess } from '../catalog/artifact-access';
import { acknowledgeAdded } from '../operations/acknowledge';
import { refuse } from '../refuse';

/** Lets a role that no pipeline has made read the pipeline's artifacts: that of machines which fetch them themselves. */
export function admitReader(scope: Construct, role: iam.IRole, { host, account, region }: StepContext) {
  if (account !== host.account || region !== host.region) {
    refuse(scope, `The machines are in ${account}, ${region}, and \`instanceRole\` can be let at the artifacts of ${host.account}, ${host.region} only.`,
      'Leave `instanceRole` out, and let the role at the artifacts there: s3:GetObject on the bucket, kms:Decrypt on its key.');
  }
  if (Resource.isOwnedResource(role) && Stack.of(role) !== Stack.of(host.artifactBucket)) {
    refuse(scope, 'The role of the machines stands in another stack than the artifacts: each stack would wait for the other.',
      'Import it by its name: iam.Role.fromRoleName(this, \'Machines\', …).');
  }
  const { artifactBucket, pipelineName } = host;
  const location = { bucketArn: artifactBucket.bucketArn, keyArn: artifactBucket.encryptionKey!.keyArn, pipelineName, region };
  const access = artifactAccess(location, true, false);
  for (const { actions, resources, conditions } of access) {
    role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: [...actions], resources: [...resources], conditions }));
  }
  acknowledgeAdded(role, access);
  host.admitRole(role.roleArn);
}
