import { ArnFormat, Stack, Token } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { CustomActionProps, stepOf } from './custom-step';
import { Category, ConfigurationKey, Provider } from '../../catalog/provider';
import { acknowledgeAdded } from '../../operations/acknowledge';
import { refuse } from '../../refuse';
import { Step } from '../step';

/** A type of action that you provide: a worker of yours asks CodePipeline for its jobs, and answers them. */
export interface CustomActionTypeProps {
  /** The category: SOURCE, BUILD, TEST, DEPLOY or INVOKE. */
  readonly category: codepipeline.ActionCategory;
  /** The provider: 1 to 35 letters, digits and `- _`. */
  readonly provider: string;
  /**
   * The version: 1 to 9 letters, digits and `- _`. A type cannot be changed: what changes it needs a new version.
   * @default '1'
   */
  readonly version?: string;
  /**
   * How many artifacts an action reads and gives, from and to: 0 to 5 each.
   * @default - a source reads none and gives one; all others read and give 0 to 5
   */
  readonly artifactBounds?: codepipeline.ActionArtifactBounds;
  /**
   * The configuration that an action takes: at most 10 properties, of which one may be queryable.
   * @default - none
   */
  readonly properties?: codepipeline.CustomActionProperty[];
  /**
   * The page of what the action works on; `{Config:Name}` stands for a required property that is no secret.
   * @default - none
   */
  readonly entityUrl?: string;
  /**
   * The page of one execution; `{ExternalExecutionId}` stands for what the worker said.
   * @default - none
   */
  readonly executionUrl?: string;
  /**
   * The page of a revision that a source found.
   * @default - none
   */
  readonly revisionUrl?: string;
}

const { SOURCE, APPROVAL, COMPUTE } = codepipeline.ActionCategory;

/**
 * A type of action that you provide, registered in the account and region of its stack: that of the pipelines that use it.
 *
 * @example
 * import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
 * import { CustomActionType } from 'cdk-conveyor';
 *
 * const scan = new CustomActionType(this, 'Scan', {
 *   category: codepipeline.ActionCategory.TEST,
 *   provider: 'LicenseScan',
 *   properties: [{ name: 'Policy', required: true }],
 * });
 * scan.grantWork(new iam.Role(this, 'Worker', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }));
 * const licenses = scan.step('Licenses', { configuration: { Policy: 'strict' } });
 */
export class CustomActionType extends Construct {
  /** The ARN of the type. */
  readonly actionTypeArn: string;
  /** @internal */
  public readonly _resource: codepipeline.CfnCustomActionType;
  private readonly row: Provider;
  private readonly queryable?: string;

  constructor(scope: Construct, id: string, props: CustomActionTypeProps) {
    super(scope, id);
    const { category, provider, version = '1', properties = [] } = props;
    if (category === APPROVAL || category === COMPUTE) refuse(this, `A type of the category ${category} cannot be registered.`, 'Use SOURCE, BUILD, TEST, DEPLOY or INVOKE.');
    if (!/^[A-Za-z0-9_-]{1,35}$/.test(provider)) refuse(this, `The provider "${provider}" is not allowed.`, 'Use 1 to 35 letters, digits and - _.');
    if (!/^[A-Za-z0-9_-]{1,9}$/.test(version)) refuse(this, `The version "${version}" is not allowed.`, 'Use 1 to 9 letters, digits and - _.');
    const bounds = props.artifactBounds ?? (category === SOURCE
      ? { minInputs: 0, maxInputs: 0, minOutputs: 1, maxOutputs: 1 }
      : { minInputs: 0, maxInputs: 5, minOutputs: 0, maxOutputs: 5 });
    checkBounds(this, 'reads', bounds.minInputs, bounds.maxInputs);
    checkBounds(this, 'gives', bounds.minOutputs, bounds.maxOutputs);
    this.queryable = checkProperties(this, properties)?.name;
    this.row = {
      category: category as string as Category,
      owner: 'Custom',
      provider,
      version,
      inputs: { min: bounds.minInputs, max: bounds.maxInputs },
      outputs: { min: bounds.minOutputs, max: bounds.maxOutputs },
      configuration: Object.fromEntries(properties.map(({ name, required, secret }): [string, ConfigurationKey] => [name, { required, secret }])),
      variables: '*',
      source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-custom-action.html',
      permissions: () => [],
    };
    const settings = { entityUrlTemplate: props.entityUrl, executionUrlTemplate: props.executionUrl, revisionUrlTemplate: props.revisionUrl };
    const declared = properties.map(one => ({ ...one, key: one.key ?? false, secret: one.secret ?? false }));
    this._resource = new codepipeline.CfnCustomActionType(this, 'Resource', {
      category,
      provider,
      version,
      inputArtifactDetails: { minimumCount: bounds.minInputs, maximumCount: bounds.maxInputs },
      outputArtifactDetails: { minimumCount: bounds.minOutputs, maximumCount: bounds.maxOutputs },
      configurationProperties: declared.length ? declared : undefined,
      settings: Object.values(settings).some(url => url) ? settings : undefined,
    });
    this.actionTypeArn = Stack.of(this).formatArn({
      service: 'codepipeline', resource: 'actiontype', resourceName: `Custom/${category}/${provider}/${version}`, arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }

  /**
   * Lets a worker ask for the jobs of this type and answer them. What a job reads and gives it gets with the job.
   *
   * @param worker the role that the worker runs with
   */
  grantWork(worker: iam.IGrantable): iam.Grant {
    const poll = iam.Grant.addToPrincipal({ grantee: worker, actions: ['codepipeline:PollForJobs'], resourceArns: [this.actionTypeArn] });
    // INFERRED: a job has no ARN, so these know no resource, and polling knows the type's
    const answers = ['AcknowledgeJob', 'GetJobDetails', 'PutJobSuccessResult', 'PutJobFailureResult'].map(name => `codepipeline:${name}`);
    const answer = iam.Grant.addToPrincipal({ grantee: worker, actions: answers, resourceArns: ['*'] });
    acknowledgeAdded(worker, [{ actions: answers, resources: ['*'] }]);
    return poll.combine(answer);
  }

  /**
   * An action of this type.
   *
   * @param name the action's name, and the name of its artifact
   */
  step(name: string, props: CustomActionProps = {}): Step {
    const asked = this.queryable && props.configuration?.[this.queryable];
    if (asked && !Token.isUnresolved(asked) && !/^[A-Za-z0-9_-]{1,20}$/.test(asked)) {
      refuse(name, `"${asked}" is not allowed as ${this.queryable}.`, 'It is what the worker asks for: CodePipeline takes 1 to 20 letters, digits and - _ there.');
    }
    return stepOf(name, this.row, props, this);
  }
}

function checkBounds(scope: Construct, what: string, min: number, max: number) {
  if (![min, max].every(bound => Number.isInteger(bound) && bound >= 0 && bound <= 5) || min > max) {
    refuse(scope, `An action ${what} ${min} to ${max} artifacts.`, 'CodePipeline takes whole numbers of 0 to 5, the smaller first.');
  }
}

/** Answers with the property that a worker can ask for. */
function checkProperties(scope: Construct, properties: readonly codepipeline.CustomActionProperty[]) {
  if (properties.length > 10) refuse(scope, `The type has ${properties.length} properties.`, 'CodePipeline takes at most 10.');
  for (const { name } of properties) {
    if (name.length < 1 || name.length > 50) refuse(scope, `The name of the property "${name.slice(0, 20)}…" has ${name.length} characters.`, 'CodePipeline takes 1 to 50.');
  }
  const names = new Set(properties.map(one => one.name));
  if (names.size < properties.length) refuse(scope, 'Two properties have one name.', 'Give one of them another name.');
  const [queryable, ...others] = properties.filter(one => one.queryable);
  if (others.length) refuse(scope, 'The type has more than one queryable property.', 'Keep one.');
  if (queryable && (!queryable.required || queryable.secret)) refuse(scope, `The queryable property "${queryable.name}" is a secret, or not required.`, 'A worker asks for jobs by it: make it required, and no secret.');
  return queryable;
}
