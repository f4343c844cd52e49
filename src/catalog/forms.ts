/** What values look like that are more than a text. */
export interface Form {
  readonly pattern: RegExp;
  /** what such a value is, with its article */
  readonly is: string;
  readonly example: string;
  /** how begins what people write in its place: known to be wrong even when the end is not known */
  readonly confused?: RegExp;
  /** the type of the resources whose ARN it is */
  readonly arnOf?: string;
}

const ADDRESS = /^(arn:|s3:\/\/|https?:\/\/)/;

const arnOf = (service: string, rest: string): RegExp => new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]+:\\d{12}:${rest}$`);
const listOf = (item: string): RegExp => new RegExp(`^(${item})(, ?(${item}))*$`);

export const ROLE_ARN: Form = {
  pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/, is: 'the ARN of a role', example: 'arn:aws:iam::111111111111:role/deploy',
};
export const CONNECTION_ARN: Form = {
  pattern: arnOf('(codeconnections|codestar-connections)', 'connection/.+'),
  is: 'the ARN of a connection',
  example: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11',
};
export const TOPIC_ARN: Form = {
  pattern: arnOf('sns', '[A-Za-z0-9_-]{1,256}(\\.fifo)?'), is: 'the ARN of an SNS topic', example: 'arn:aws:sns:eu-west-1:111111111111:releases', arnOf: 'AWS::SNS::Topic',
};
export const STATE_MACHINE_ARN: Form = {
  pattern: arnOf('states', 'stateMachine:.+'), is: 'the ARN of a state machine', example: 'arn:aws:states:eu-west-1:111111111111:stateMachine:migration', arnOf: 'AWS::StepFunctions::StateMachine',
};
export const DEVICE_POOL_ARN: Form = {
  pattern: /^arn:aws[a-z-]*:devicefarm:[a-z0-9-]+:\d{0,12}:devicepool:.+$/,
  is: 'the ARN of a device pool',
  example: 'arn:aws:devicefarm:us-west-2::devicepool:082d10e5-d7d7-48a5-ba5c-b33d66efa1f5',
};
/** Groups of GitLab and projects of Azure DevOps stand between owner and repository. */
export const REPOSITORY_ID: Form = {
  pattern: /^(?!.*(:\/\/|\.git$|@))[^/]+(\/[^/]+)+$/, is: 'owner and repository', example: 'acme/shop',
};
export const REPOSITORY_NAME: Form = { pattern: /^[\w.-]{1,100}$/, is: 'the name of a repository', example: 'shop', confused: ADDRESS };
/** No registry before it, and no tag behind it. */
export const IMAGE_REPOSITORY: Form = {
  pattern: /^(?!.*\.dkr\.ecr\.)[a-z0-9][a-z0-9._/-]{0,255}$/, is: 'the name of a repository of images', example: 'acme/shop', confused: ADDRESS,
};
export const IMAGE_TAG: Form = { pattern: /^\w[\w.-]{0,127}$/, is: 'a tag of an image', example: 'latest' };
export const IMAGE_TAGS: Form = { pattern: listOf('\\w[\\w.-]{0,127}'), is: 'a tag of an image, or several with commas between them', example: 'latest,1.4' };
/** Old buckets have names that no new one could. */
export const BUCKET: Form = { pattern: /^[A-Za-z0-9._-]{3,255}$/, is: 'the name of a bucket', example: 'acme-site', confused: ADDRESS };
export const ALARM_NAME: Form = { pattern: /^(?!arn:)/, is: 'the name of an alarm', example: 'shop-errors', confused: ADDRESS };
export const LINK: Form = { pattern: /^https?:\/\/\S+$/, is: 'an address that begins with http:// or https://', example: 'https://example.com/review' };
export const STACK: Form = {
  pattern: /^([A-Za-z][A-Za-z0-9-]{0,127}|arn:.+)$/, is: 'the name of a stack: a letter, then letters, digits and -, 128 at most', example: 'shop-production',
};
export const STACK_SET_NAME: Form = {
  pattern: /^[A-Za-z][A-Za-z0-9-]{0,127}$/, is: 'the name of a stack set: a letter, then letters, digits and -, 128 at most', example: 'baseline', confused: ADDRESS,
};
export const CHANGE_SET: Form = {
  pattern: /^([A-Za-z][A-Za-z0-9-]{0,127}|arn:.+)$/, is: 'the name of a change set: a letter, then letters, digits and -, 128 at most', example: 'release',
};
export const CAPABILITIES: Form = {
  pattern: listOf('CAPABILITY_(NAMED_)?IAM|CAPABILITY_AUTO_EXPAND'),
  is: 'a list of CAPABILITY_IAM, CAPABILITY_NAMED_IAM and CAPABILITY_AUTO_EXPAND with commas between them',
  example: 'CAPABILITY_NAMED_IAM,CAPABILITY_AUTO_EXPAND',
};
export const REGIONS: Form = { pattern: listOf('[a-z]{2,}(-[a-z]+){1,3}-\\d{1,2}'), is: 'a list of regions with commas between them', example: 'eu-west-1,eu-central-1' };
export const TARGETS: Form = {
  pattern: new RegExp(`^([\\w-]+::.+|${listOf('\\d{12}').source.slice(1, -1)}|${listOf('ou-[0-9a-z-]+|r-[0-9a-z]+').source.slice(1, -1)})$`),
  is: 'a list of accounts, or of organizational units, with commas between them, or a file of an artifact',
  example: '111111111111,222222222222',
};
export const COUNT_OR_PERCENT: Form = { pattern: /^\d{1,3}%?$/, is: 'a number or a percentage', example: '50%' };
