import { Buildspec } from './buildspec';
import { BuildspecDocument } from './document';
import { parseArtifacts } from './parse-artifacts';
import { parseCache } from './parse-cache';
import { parseEnv } from './parse-env';
import { parsePhases } from './parse-phases';
import { parseReports } from './parse-reports';
import { Section } from './section';
import { BUILDSPEC, keysOf } from '../../catalog/buildspec';

/**
 * Reads a buildspec, in YAML or JSON.
 *
 * @param text the buildspec itself
 * @param where what to call it in errors: a file, or the project that holds it
 * @throws BuildspecError with the place, where CodeBuild would refuse it
 */
export function parseBuildspec(text: string, where: string): Buildspec {
  const document = new BuildspecDocument(text, where);
  const empty = document.root === undefined || document.root === null || document.root === '';
  if (empty) throw document.error([], 'this buildspec is empty; it needs at least "version: 0.2" and "phases:"');
  const root = Section.of(document, [], document.root, 'a buildspec');
  root.warnOfOthers(keysOf(BUILDSPEC));
  const version = parseVersion(root);
  const env = parseEnv(root.section('env'));
  const phases = parsePhases(root);
  const { artifacts, secondaryArtifacts } = parseArtifacts(root);
  return {
    version,
    runAs: root.text('run-as'),
    env,
    phases,
    artifacts,
    secondaryArtifacts,
    reports: parseReports(root.section('reports')),
    cache: parseCache(root),
    batch: root.raw('batch'),
    warnings: document.warnings,
  };
}

function parseVersion(root: Section): '0.1' | '0.2' {
  const version = root.text('version');
  if (version === undefined) throw root.error(undefined, '"version" is missing; write "version: 0.2" as the first line');
  if (version === '0.1' || version === '0.2') return version;
  throw root.error('version', `"version" is "${version}"; CodeBuild knows 0.1 and 0.2; write "version: 0.2"`);
}
