import { Stack, Token } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import { Construct } from 'constructs';
import { CodeBuildProps } from './codebuild-props';
import { Report } from './report';
import { refuse } from '../../refuse';

/**
 * The buildspec of a step: the user's own, or one made of the commands, with the artifacts, reports and cache
 * that the step promises.
 */
export function buildspecOf(scope: Construct, stepName: string, props: CodeBuildProps): string {
  const promised = promises(stepName, props);
  if (!props.buildspec) {
    const phase = (commands?: string[]) => commands?.length ? { commands } : undefined;
    const buildspec = { version: '0.2', ...promised, phases: clean({ install: phase(props.installCommands), build: phase(props.commands) }) };
    const text = JSON.stringify(buildspec, undefined, 2);
    return Token.isUnresolved(text) ? Stack.of(scope).toJsonString(buildspec, 2) : text;
  }
  const buildspec = props.buildspec.isImmediate && Object.keys(promised).length ? merged(scope, props.buildspec, promised) : props.buildspec;
  return buildspec.toBuildSpec(scope);
}

function merged(scope: Construct, buildspec: codebuild.BuildSpec, promised: Record<string, unknown>): codebuild.BuildSpec {
  try {
    return codebuild.mergeBuildSpecs(buildspec, codebuild.BuildSpec.fromObject({ version: '0.2', ...promised }));
  } catch {
    // aws-codebuild adds to what was made of an object, and to nothing else
    refuse(scope, `The buildspec is no object, and the step has ${Object.keys(promised).join(', ')} to add to it.`,
      'Make it with `BuildSpec.fromObject`; or keep it in a file of the source, which says that itself.');
  }
}

function promises(stepName: string, props: CodeBuildProps): Record<string, unknown> {
  const collect = (folder: string) => ({ 'files': ['**/*'], 'base-directory': folder });
  const further = Object.entries(props.outputs ?? {}).map(([label, folder]) => [`${stepName}_${label}`, collect(folder)] as const);
  const primary = props.output === undefined ? undefined : collect(props.output);
  // with more than one, CodeBuild wants every artifact by its name
  const artifacts = further.length
    ? { 'secondary-artifacts': Object.fromEntries([...(primary ? [[stepName, primary] as const] : []), ...further]) }
    : primary;
  return clean({
    env: props.exportedVariables?.length ? { 'exported-variables': props.exportedVariables } : undefined,
    artifacts,
    reports: props.reports?.length
      ? Object.fromEntries(reportGroups(props.reports).map(([group, report]) => [group, { 'files': [report.files], 'file-format': report.format }]))
      : undefined,
    cache: props.cachePaths?.length ? { paths: props.cachePaths } : undefined,
  });
}

/** Reports with the names of their groups: a second one of a format gets a number. */
export function reportGroups(reports: readonly Report[]): [string, Report][] {
  return reports.map((report, at) => {
    const before = reports.slice(0, at).filter(other => other.group === report.group).length;
    return [before ? `${report.group}-${before + 1}` : report.group, report];
  });
}

/** Whether a report tells of covered code, and not of tests. Source: the CodeBuild guide, "Build specification reference". */
export function isCoverage({ format }: Report): boolean {
  return ['CLOVERXML', 'COBERTURAXML', 'JACOCOXML', 'SIMPLECOV'].includes(format);
}

function clean(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
