/** What policies of resources allow beside those of roles. */

import type { Declared, Plan } from '../../plan';

/** Whether a bucket stands in the document, and nothing there opens it to anyone: its policies, if it has any, only deny. */
export function isPrivate({ written }: Declared, stackName: string, { resources }: Plan): boolean {
  const bucket = written === undefined ? undefined : resources.find('AWS::S3::Bucket', written, stackName);
  if (bucket?.name !== written) return false;
  return resources.ofType('AWS::S3::BucketPolicy').every(({ declared }) => {
    const other = resources.find('AWS::S3::Bucket', declared.at('Bucket').written ?? '');
    if (other && other !== bucket) return true;
    const statements = declared.at('PolicyDocument', 'Statement');
    return [statements, ...statements.items].some(one => one.isObject) && [statements, ...statements.items].every(one => one.isList || one.at('Effect').text === 'Deny');
  });
}

/** Whether a function of the document, which may be any, lets others than services call it. */
export function mayBeInvokedByPolicy({ resources }: Plan): boolean {
  return resources.ofType('AWS::Lambda::Permission').some(({ declared }) => !declared.at('Principal').text?.endsWith('.amazonaws.com'));
}
