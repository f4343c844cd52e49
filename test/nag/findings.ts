import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A rule that one construct breaks. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
}

/** A rule that a construct, or what stands in it, is said to break for a reason. */
export interface Acknowledgement extends Finding {
  readonly reason: string;
}

interface Report {
  readonly pluginReports: {
    readonly pluginName: string;
    readonly metadata?: { readonly error?: string };
    readonly violations: { readonly ruleName: string; readonly violatingConstructs: { readonly constructPath: string }[] }[];
  }[];
}

/** What a pack found in an assembly. @throws when it did not come to an end */
export function findingsOf(assembly: string, pack: string): Finding[] {
  const { pluginReports } = JSON.parse(readFileSync(join(assembly, 'validation-report.json'), 'utf8')) as Report;
  const report = pluginReports.find(({ pluginName }) => pluginName === pack);
  if (report?.metadata?.error) throw new Error(report.metadata.error);
  return (report?.violations ?? []).flatMap(({ ruleName, violatingConstructs }) =>
    violatingConstructs.map(({ constructPath }) => ({ rule: ruleName, path: constructPath })));
}

/** What is acknowledged in an assembly. */
export function acknowledgementsOf(assembly: string): Acknowledgement[] {
  const files = readdirSync(assembly, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.metadata.json'));
  return files.flatMap(file => {
    const metadata = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as Record<string, { type: string; data: Record<string, string> }[]>;
    const told = Object.entries(metadata).flatMap(([path, entries]) => entries.map(entry => ({ ...entry, path: path.slice(1) })));
    return told.filter(({ type }) => type === 'aws:cdk:acknowledged-rules').flatMap(({ path, data }) =>
      Object.entries(data).map(([id, reason]) => ({ rule: id.replace(/^Annotation::/, ''), path, reason })));
  });
}
