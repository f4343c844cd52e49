import { collectArtifact, Folders, NoArtifact } from './artifacts';
import { BuildLog } from './build-log';
import { ArtifactSpec, Buildspec } from './buildspec';
import { collectReport } from './reports';
import { BuildResult, CollectedArtifact, CollectedReport } from './result';

/** What a build leaves, and what was missing in it. */
export interface Upload extends Pick<BuildResult, 'artifacts' | 'secondaryArtifacts' | 'reports'> {
  readonly failure?: string;
}

/** Finds everything that the buildspec declares, its texts evaluated. One missing artifact does not keep the others back. */
export async function collectAll(buildspec: Buildspec, folders: Folders, log: BuildLog): Promise<Upload> {
  const failures: string[] = [];
  const collect = async (what: string, spec: ArtifactSpec): Promise<CollectedArtifact | undefined> => {
    try {
      const artifact = await collectArtifact(spec, folders);
      for (const warning of artifact.warnings) log.build(`Warning: ${what}: ${warning}`);
      log.routine(`Found ${counted(artifact.files.length, 'file')} for ${what}`);
      return artifact;
    } catch (cause) {
      if (!(cause instanceof NoArtifact)) throw cause;
      failures.push(what === PRIMARY ? cause.message : `${cause.message} (${what})`);
      return undefined;
    }
  };
  const artifacts = buildspec.artifacts && await collect(PRIMARY, buildspec.artifacts);
  const secondaryArtifacts: Record<string, CollectedArtifact> = {};
  for (const [id, spec] of Object.entries(buildspec.secondaryArtifacts)) {
    const artifact = await collect(`secondary artifact ${id}`, spec);
    if (artifact) secondaryArtifacts[id] = artifact;
  }
  const reports = await Promise.all(buildspec.reports.map(async (spec) => collectReport(spec, folders)));
  for (const report of reports) logReport(report, log);
  return { artifacts, secondaryArtifacts, reports, failure: failures.length > 0 ? `CLIENT_ERROR: ${failures.join('; ')}` : undefined };
}

const PRIMARY = 'the artifact';

function logReport({ group, files, tests, warnings }: CollectedReport, log: BuildLog): void {
  for (const warning of warnings) log.build(`Warning: report ${group}: ${warning}`);
  const counts = tests
    ? `: ${counted(tests.tests, 'test')}, ${counted(tests.failures, 'failure')}, ${counted(tests.errors, 'error')}, ${tests.skipped} skipped`
    : '';
  log.build(`Found ${counted(files.length, 'file')} for report ${group}${counts}`);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
