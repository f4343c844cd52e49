/** The types of resources that pipelines stand among. Source: CloudFormation's template reference. */

/** A service whose types are all here, and change once in years. */
export const SETTLED_TYPES: Readonly<Record<string, readonly string[]>> = {
  'AWS::CodePipeline': ['CustomActionType', 'Pipeline', 'Webhook'],
  'AWS::CodeBuild': ['Fleet', 'Project', 'ReportGroup', 'SourceCredential'],
  'AWS::CodeCommit': ['Repository'],
  'AWS::CodeDeploy': ['Application', 'DeploymentConfig', 'DeploymentGroup'],
  'AWS::CodeStarNotifications': ['NotificationRule'],
};

/** A service that may have further types by now: of these, only a slip of the pen is certain. */
export const OTHER_TYPES: Readonly<Record<string, readonly string[]>> = {
  'AWS::CodeConnections': ['Connection', 'Host'],
  'AWS::CodeStarConnections': ['Connection', 'RepositoryLink', 'SyncConfiguration'],
  'AWS::Events': ['ApiDestination', 'Archive', 'Connection', 'Endpoint', 'EventBus', 'EventBusPolicy', 'Rule'],
  'AWS::IAM': [
    'AccessKey', 'Group', 'GroupPolicy', 'InstanceProfile', 'ManagedPolicy', 'OIDCProvider', 'Policy', 'Role', 'RolePolicy', 'SAMLProvider', 'ServerCertificate',
    'ServiceLinkedRole', 'User', 'UserPolicy', 'UserToGroupAddition', 'VirtualMFADevice',
  ],
  'AWS::KMS': ['Alias', 'Key', 'ReplicaKey'],
  'AWS::S3': [
    'AccessGrant', 'AccessGrantsInstance', 'AccessGrantsLocation', 'AccessPoint', 'Bucket', 'BucketPolicy', 'MultiRegionAccessPoint',
    'MultiRegionAccessPointPolicy', 'StorageLens', 'StorageLensGroup',
  ],
  'AWS::SNS': ['Subscription', 'Topic', 'TopicInlinePolicy', 'TopicPolicy'],
};
