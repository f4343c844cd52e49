import { NAME } from './names';

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
const ARN = /^arn:/;
const IN_ARTIFACT = /^[\w-]+::/;

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
  pattern: /^(?!.*(:\/\/|\.git$|@))(?!(www\.)?(github|gitlab|bitbucket)\.(com|org)\/)[^/]+(\/[^/]+)+$/, is: 'owner and repository', example: 'acme/shop',
};
/** What Git allows as the name of a branch. INFERRED: without what tells branches and tags apart, as all of the guide's examples have it. */
export const BRANCH: Form = {
  pattern: /^(?!refs\/heads\/|[/-])(?!.*(\.\.|\/\/|@\{))[^\s~^:?*[\\]{1,255}(?<![./])$/,
  is: 'the name of one branch',
  example: 'main',
  confused: /^refs\/heads\//,
};
/** of CodeCommit */
export const REPOSITORY_NAME: Form = { pattern: /^(?!.*\.git$)[\w.-]{1,100}$/, is: 'the name of a repository', example: 'shop', confused: ADDRESS };
/** of GitHub: an owner, or a repository */
export const GITHUB_NAME: Form = { pattern: /^[\w.-]{1,100}$/, is: 'one name, without a "/"', example: 'acme', confused: ADDRESS };
/** No registry before it, and no tag behind it. */
export const IMAGE_REPOSITORY: Form = {
  pattern: /^(?!.*\.dkr\.ecr\.)(?!public\.ecr\.aws)(?=.{1,256}$)[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/, is: 'the name of a repository of images', example: 'acme/shop', confused: ADDRESS,
};
export const IMAGE_TAG: Form = { pattern: /^\w[\w.-]{0,127}$/, is: 'a tag of an image', example: 'latest' };
export const IMAGE_TAGS: Form = { pattern: listOf('\\w[\\w.-]{0,127}'), is: 'a tag of an image, or several with commas between them', example: 'latest,1.4' };
/** Old buckets have names that no new one could. */
export const BUCKET: Form = { pattern: /^[A-Za-z0-9._-]{3,255}$/, is: 'the name of a bucket', example: 'acme-site', confused: ADDRESS };
export const OBJECT_KEY: Form = { pattern: /^(?!arn:|s3:\/\/)/, is: 'the key of an object in the bucket', example: 'source/shop.zip', confused: /^(arn:|s3:\/\/)/ };
export const ALARM_NAME: Form = { pattern: /^(?!arn:)[^]{1,255}$/, is: 'the name of an alarm', example: 'shop-errors', confused: ADDRESS };
export const ALARM_NAMES: Form = { pattern: /^(?!arn:)(?!.*, *arn:)/, is: 'the name of an alarm, or several with commas between them', example: 'shop-errors,shop-latency', confused: ARN };
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
/** As Systems Manager takes them; none of the machines may fail, but one at least is at work. */
export const BATCH: Form = { pattern: /^([1-9]\d{0,6}|([1-9]\d?|100)%)$/, is: 'a number from 1, or a percentage from 1% to 100%', example: '50%' };
export const ERRORS: Form = { pattern: /^(0|[1-9]\d{0,6}|(\d|[1-9]\d|100)%)$/, is: 'a number, or a percentage up to 100%', example: '10%' };
export const TAG_KEY: Form = { pattern: /^[^]{1,128}$/, is: 'the key of a tag, of 128 characters at most', example: 'Fleet' };
export const TAG_VALUE: Form = { pattern: /^[^]{1,256}$/, is: 'the value of a tag, of 256 characters at most', example: 'shop' };
export const TARGET_GROUPS: Form = {
  pattern: listOf('[A-Za-z0-9-]{1,32}'), is: 'the name of a target group, or several with commas between them', example: 'shop-blue,shop-green', confused: ADDRESS,
};
/** Where the action has the artifact, its name does not stand before the path. */
export const FILE: Form = { pattern: /^(?![\w-]+::)/, is: 'a path within the artifact, without the artifact\'s name', example: 'deploy/settings.json', confused: IN_ARTIFACT };
export const VPC: Form = { pattern: /^vpc-\w+$/, is: 'the id of a VPC', example: 'vpc-0a1b2c3d4e5f60718' };
export const SUBNETS: Form = { pattern: listOf('subnet-\\w+'), is: 'the id of a subnet, or several with commas between them', example: 'subnet-0a1b2c3d,subnet-1a2b3c4d' };
export const SECURITY_GROUPS: Form = { pattern: listOf('sg-\\w+'), is: 'the id of a security group, or several with commas between them', example: 'sg-0a1b2c3d' };
/** Those of CodeBuild; which of them CodePipeline offers may grow. */
export const ENVIRONMENT_TYPE: Form = { pattern: /^(LINUX|ARM|WINDOWS|MAC)_[A-Z0-9_]+$/, is: 'a type of environment', example: 'LINUX_CONTAINER' };
export const COMPUTE_TYPE: Form = { pattern: /^BUILD_[A-Z0-9_]+$/, is: 'a type of compute', example: 'BUILD_GENERAL1_SMALL' };
/** A name; where it is an ARN, CodeBuild may know a project that another account shares. */
export const PROJECT_NAME: Form = { pattern: /^(arn:.+|[A-Za-z0-9][\w-]{0,254})$/, is: 'the name of a project: letters, digits, - and _', example: 'shop-build' };
export const DEPLOYMENT_NAME: Form = { pattern: /^(?!arn:)[^]{1,100}$/, is: 'the name that CodeDeploy has for it, of 100 characters at most', example: 'shop', confused: ADDRESS };
export const PLACEHOLDER: Form = { pattern: /^[^<>]+$/, is: 'the placeholder in the task definition, without its angle brackets', example: 'IMAGE1_NAME' };
/** A name, or an ARN. */
export const ECS_NAME: Form = { pattern: /^(arn:.+|[\w-]{1,255})$/, is: 'a name of letters, digits, - and _', example: 'shop' };
export const CLUSTER_NAME: Form = { pattern: /^[A-Za-z0-9][\w-]{0,99}$/, is: 'the name of a cluster: letters, digits, - and _, 100 at most', example: 'shop', confused: ADDRESS };
export const KUBERNETES_NAMESPACE: Form = { pattern: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, is: 'a namespace of Kubernetes: small letters, digits and -, 63 at most', example: 'shop' };
export const HELM_RELEASE: Form = { pattern: /^(?=.{1,53}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, is: 'a release of Helm: small letters, digits, - and ., 53 at most', example: 'shop' };
export const FUNCTION: Form = {
  pattern: /^((arn:aws[a-z-]*:lambda:[a-z0-9-]+:)?\d{12}:function:)?[\w-]{1,64}(:[\w$-]{1,128})?$/, is: 'a function: letters, digits, - and _, 64 at most', example: 'shop-orders',
};
export const ALIAS: Form = { pattern: /^(?!\d+$)[\w-]{1,128}$/, is: 'an alias: letters, digits, - and _, and not digits alone', example: 'live' };
export const FUNCTION_VERSION: Form = { pattern: /^[1-9]\d*$/, is: 'the number of a published version', example: '12' };
export const PRODUCT_ID: Form = { pattern: /^[\w-]{1,100}$/, is: 'the id of a product', example: 'prod-abcdzk7xy33qa', confused: ADDRESS };
/** An id; the ARN is none. */
export const ID: Form = { pattern: /^(?!arn:)/, is: 'an id', example: '2s2qv57', confused: ARN };
export const BEANSTALK_APPLICATION: Form = { pattern: /^[^/]{1,100}$/, is: 'an application: 1 to 100 characters, and no "/"', example: 'shop', confused: ADDRESS };
export const BEANSTALK_ENVIRONMENT: Form = {
  pattern: /^(?!-)[A-Za-z0-9-]{1,40}(?<!-)$/, is: 'an environment: letters, digits and -, 40 at most', example: 'shop-production', confused: ADDRESS,
};
/** The execution's id follows after a "-", and 80 characters are all that it may have. */
export const EXECUTION_PREFIX: Form = {
  pattern: /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,43}$/, is: 'the beginning of a name: 43 characters at most, without blanks, brackets and most other signs', example: 'release',
};
export const PIPELINE_NAME: Form = { pattern: NAME.pattern, is: 'the name of a pipeline', example: 'shop', confused: ADDRESS };
export const ROLE_NAME: Form = { pattern: /^[\w+=,.@-]{1,64}$/, is: 'the name of a role', example: 'StackSetExecution', confused: ADDRESS };
export const KEY_ID: Form = {
  pattern: /^(arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(key|alias)\/.+|alias\/.+|mrk-[0-9a-f]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  is: 'a key: its ARN, its id, or the ARN of an alias',
  example: 'arn:aws:kms:eu-west-1:111111111111:key/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11',
};
/** Of stack sets: the short form, or what may be its JSON. Those of a stack are JSON of another kind. */
export const PARAMETERS: Form = {
  pattern: /^([\w-]+::.+|\[[^]*|(?=[^]*ParameterKey=)(?=[^]*(ParameterValue|UsePreviousValue)=)[^]*)$/,
  is: 'a list of parameters with blanks between them, or a file of an artifact',
  example: 'ParameterKey=Stage,ParameterValue=production',
};
