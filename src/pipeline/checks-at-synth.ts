import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport, PolicyViolation, Stage, Validations } from 'aws-cdk-lib';
import { CfnPipeline } from 'aws-cdk-lib/aws-codepipeline';
import { IConstruct } from 'constructs';
import { CHECKS, findingsOf, type Finding } from '../checks';
import { deploymentsOf, type StackSource, type Template } from '../plan';

/*
 * All that the constructs have of the checks: they run over the templates, as they do for `conveyor check`, and what they
 * find stands in the CDK's own validation report, and is acknowledged as its warnings are.
 */

const checked = new WeakSet<IConstruct>();

/** Has every pipeline of an app held to the checks when it is synthesized; once, however many ask for it. */
export function checkAtSynth(scope: IConstruct) {
  const { root } = scope.node;
  if (checked.has(root) || !Stage.isStage(root)) return;
  checked.add(root);
  Validations.of(root).addPlugins(new PipelineChecks());
}

/** A rule's id as the CDK has it for warnings that can be acknowledged. */
const ruleName = (id: string) => `Annotation::${id}`;

class PipelineChecks implements IPolicyValidationPlugin {
  readonly name = 'conveyor';
  readonly ruleIds = CHECKS.map(({ id }) => id);

  validate({ stackTemplates, appConstruct }: IPolicyValidationContext): PolicyValidationPluginReport {
    const stacks = stackTemplates.map(({ templatePath, stackConstructPath, accountId, region }): StackSource => ({
      file: templatePath,
      template: parse(templatePath),
      stackName: path.basename(stackConstructPath),
      account: accountId,
      region,
      parameters: {},
      paths: {},
      acknowledgements: [],
      nested: asset => parse(path.join(path.dirname(templatePath), asset)),
    }));
    const pipelines = pipelinesIn(appConstruct);
    const findings = findingsOf(deploymentsOf(appConstruct.node.path, stacks)).filter(({ acknowledged }) => acknowledged === undefined);
    return {
      success: !findings.some(({ severity }) => severity === 'error'),
      violations: findings.map(finding => violation(finding, pipelines.get(`${path.basename(finding.file)}/${finding.logicalId}`))),
    };
  }
}

function parse(file: string): Template {
  return JSON.parse(readFileSync(file, 'utf8')) as Template;
}

/** The pipelines of the app, by their template and logical id. */
function pipelinesIn(app: IConstruct): Map<string, CfnPipeline> {
  const found = app.node.findAll().filter((one): one is CfnPipeline => one instanceof CfnPipeline);
  return new Map(found.map(one => [`${one.stack.templateFile}/${one.stack.resolve(one.logicalId)}`, one]));
}

function violation({ id, severity, message, mend, logicalId, file, path: at, part }: Finding, pipeline: CfnPipeline | undefined): PolicyViolation {
  return {
    ruleName: ruleName(id),
    description: message,
    severity,
    fix: mend,
    violatingResources: [{
      resourceLogicalId: logicalId,
      constructPath: pipeline && (nearest(pipeline, part) ?? pipeline).node.path,
      templatePath: file,
      // of another resource of the template, with its logical id
      locations: [at.slice(at[1] === logicalId ? 2 : 1).join('/')],
    }],
  };
}

/** The construct of a stage or an action, which stands beside the resource of its pipeline: what is acknowledged there holds. */
function nearest({ node: { scope } }: CfnPipeline, part: string | undefined): IConstruct | undefined {
  const [stage, action] = part?.split('/') ?? [];
  const at = stage ? scope?.node.tryFindChild(stage) : undefined;
  return (action && at?.node.tryFindChild(action)) || at;
}
