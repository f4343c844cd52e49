/**
 * What is needed of AWS's managed policies that roles here name. Source: the AWS Managed Policy Reference Guide. Of the two
 * administrator's policies only the statements on all resources stand here, and not all of those: whoever is compared with
 * them is compared with less than they allow.
 */

import { NamedPolicy } from './policy-document';

const onAll = (...actions: string[]): NamedPolicy['document'] => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] });

const KNOWN: Readonly<Record<string, NamedPolicy['document']>> = {
  'AWSCloudFormationReadOnlyAccess': onAll(...['Describe*', 'EstimateTemplateCost', 'Get*', 'List*', 'ValidateTemplate', 'Detect*'].map(name => `cloudformation:${name}`)),
  'AdministratorAccess-AWSElasticBeanstalk': onAll('elasticbeanstalk:*', 'ec2:Describe*', 'autoscaling:Describe*', 'cloudformation:Describe*', 'elasticloadbalancing:Describe*'),
  'AWSServiceCatalogAdminFullAccess': onAll('servicecatalog:*', 'cloudformation:ValidateTemplate'),
};

/** A managed policy of AWS by its ARN; none where nothing is known of it. */
export function managedPolicy(arn: string): NamedPolicy[] {
  const name = arn.split('/').at(-1)!;
  return KNOWN[name] ? [{ name, document: KNOWN[name] }] : [];
}
