import { Token } from 'aws-cdk-lib';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { keepLogs } from '../action-logs';
import { admitReader } from '../artifact-reader';
import { deployment, DeployProps } from './deploy-props';
import { EC2 } from '../../catalog/compute-deploys';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { Step } from '../step';

/**
 * A deployment to Linux machines that are known by a tag, without CodeDeploy: at most 500, each with the agent of Systems
 * Manager.
 */
export interface Ec2Props extends DeployProps {
  /** The key of the tag that the machines have. */
  readonly tagKey: string;
  /**
   * The value of that tag.
   * @default - every machine that has the tag
   */
  readonly tagValue?: string;
  /**
   * Whether they are EC2 instances, or any machines that Systems Manager manages.
   * @default Ec2InstanceType.EC2
   */
  readonly instanceType?: actions.Ec2InstanceType;
  /**
   * The folder on the machines that the artifact is put into: an absolute path. One of this, with `postScript`, and
   * `deploySpec` is required.
   * @default - the deploy spec says
   */
  readonly targetDirectory?: string;
  /**
   * The path, in the artifact, of a script that runs before the files are put there.
   * @default - none
   */
  readonly preScript?: string;
  /**
   * The path, in the artifact, of a script that runs when the files are there. Required with `targetDirectory`.
   * @default - the deploy spec says
   */
  readonly postScript?: string;
  /**
   * The path, in the artifact, of a deploy spec, which says what goes where and what runs when: in place of folder and scripts.
   * @default - none
   */
  readonly deploySpec?: string;
  /**
   * How many machines are worked on at a time.
   * @default - the service decides
   */
  readonly maxBatch?: actions.Ec2MaxInstances;
  /**
   * How many machines may fail before the deployment stops.
   * @default - the service decides
   */
  readonly maxError?: actions.Ec2MaxInstances;
  /**
   * Target groups that a machine is taken out of while it is worked on.
   * @default - none
   */
  readonly targetGroups?: elbv2.ITargetGroup[];
  /**
   * The role of the machines, which fetch the artifact themselves: it is let at the pipeline's artifacts. A role of the
   * pipeline's account and region; one of another stack is imported by its name.
   * @default - none: the machines must be let at the artifacts in another way
   */
  readonly instanceRole?: iam.IRole;
}

export function ec2Step(stepName: string, props: Ec2Props): Step {
  checkTag(stepName, props);
  checkFiles(stepName, props);
  const groups = props.targetGroups ?? [];
  return new ProviderStep({
    ...deployment(stepName, EC2, props),
    configure: (scope, context) => {
      keepLogs(context);
      if (props.instanceRole) admitReader(scope, props.instanceRole, context);
      return {
        configuration: {
          InstanceTagKey: props.tagKey,
          InstanceTagValue: props.tagValue,
          InstanceType: props.instanceType ?? 'EC2',
          TargetDirectory: props.targetDirectory,
          DeploySpec: props.deploySpec,
          PreScript: props.preScript,
          PostScript: props.postScript,
          MaxBatch: props.maxBatch?.value,
          MaxError: props.maxError?.value,
          TargetGroupNameList: groups.length ? groups.map(group => group.targetGroupName).join(',') : undefined,
        },
        ...(groups.length && { arns: { targetGroups: groups.map(group => group.targetGroupArn) } }),
      };
    },
  });
}

/** The action's role is held to machines with the tag, so the tag must be known. */
function checkTag(stepName: string, { tagKey, tagValue }: Ec2Props) {
  if (!tagKey || Token.isUnresolved(tagKey)) refuse(stepName, 'The key of the tag is empty, or only known when it is deployed.', 'Give it literally: the action\'s role is held to machines with that tag.');
  const late = [tagKey, tagValue].find(value => value?.includes('#{'));
  if (late) refuse(stepName, `The tag has the variable ${late}, and the action's role is held to machines with that tag.`, 'Give the tag literally, or leave `tagValue` out.');
}

function checkFiles(stepName: string, props: Ec2Props) {
  const { targetDirectory, preScript, postScript, deploySpec } = props;
  const inline = targetDirectory ?? preScript ?? postScript;
  if (deploySpec ? inline !== undefined : !targetDirectory || !postScript) {
    refuse(stepName, deploySpec ? 'The deployment has a deploy spec, and a folder or scripts of its own.' : 'The deployment does not say where the files go and what runs then.',
      'Give it `targetDirectory` and `postScript`, or a `deploySpec`.');
  }
  if (targetDirectory && !Token.isUnresolved(targetDirectory) && !targetDirectory.startsWith('/')) {
    refuse(stepName, `The folder "${targetDirectory}" is not an absolute path.`, `Begin it with /: "/opt/${targetDirectory.replace(/^[./]+/, '')}".`);
  }
}
