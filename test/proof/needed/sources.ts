/** Reference §2: what sources call. */

import { at, calls, NeedsOf, useKey } from './need';

export const SOURCES: Readonly<Record<string, NeedsOf>> = {
  'Source/AWS/S3': ({ configuration: c }, place) => {
    const bucket = `arn:${place.partition}:s3:::${c.S3Bucket}`;
    return [
      ...calls('s3', 'GetBucketVersioning GetBucketAcl GetBucketLocation', bucket),
      ...calls('s3', 'GetObject GetObjectVersion GetObjectTagging GetObjectVersionTagging', `${bucket}/${c.S3ObjectKey}`),
      ...useKey('Decrypt', place.said.keys?.source, 's3', place),
    ];
  },
  'Source/AWS/CodeCommit': ({ configuration: c }, place) => calls(
    'codecommit',
    `GetBranch GetCommit UploadArchive GetUploadArchiveStatus CancelUploadArchive ${c.OutputArtifactFormat === 'CODEBUILD_CLONE_REF' ? 'GetRepository' : ''}`,
    at(place, 'codecommit', `${c.RepositoryName}`),
  ),
  'Source/AWS/ECR': ({ configuration: c }, place) => calls('ecr', 'DescribeImages', at(place, 'ecr', `repository/${c.RepositoryName}`)),
  'Source/AWS/CodeStarSourceConnection': ({ configuration: c }) => useConnection(`${c.ConnectionArn}`),
  'Source/ThirdParty/GitHub': () => [],
};

/** A connection has one of two services in its ARN; that service's action is the one that is asked for. */
export function useConnection(connection: string) {
  return calls(connection.split(':')[2], 'UseConnection', connection);
}
