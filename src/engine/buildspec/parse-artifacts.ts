import { ArtifactSpec } from './buildspec';
import { Section } from './section';
import { ARTIFACTS, keysOf, SECONDARY_ARTIFACT } from '../../catalog/buildspec';

/** The primary artifact and the secondary ones. */
export interface ArtifactSpecs {
  readonly artifacts?: ArtifactSpec;
  readonly secondaryArtifacts: Readonly<Record<string, ArtifactSpec>>;
}

export function parseArtifacts(root: Section): ArtifactSpecs {
  if (!root.has('artifacts')) return { secondaryArtifacts: {} };
  const section = root.section('artifacts');
  section.warnOfOthers(keysOf(ARTIFACTS));
  const secondary = section.section('secondary-artifacts');
  const secondaryArtifacts = Object.fromEntries(secondary.keys().map((id) => [id, parseSecondary(secondary.section(id))]));
  if (section.has('files')) return { artifacts: parseArtifact(section), secondaryArtifacts };
  if (secondary.keys().length === 0) throw missingFiles(section);
  section.document.warn(section.path, '"artifacts.files" is missing; CodeBuild documents it as required, also beside secondary-artifacts');
  return { secondaryArtifacts };
}

function parseSecondary(section: Section): ArtifactSpec {
  section.warnOfOthers(keysOf(SECONDARY_ARTIFACT));
  return parseArtifact(section);
}

function parseArtifact(section: Section): ArtifactSpec {
  const files = section.oneOrMore('files');
  if (files === undefined) throw missingFiles(section);
  return {
    files,
    name: section.text('name'),
    baseDirectory: section.text('base-directory') || undefined,
    excludePaths: section.oneOrMore('exclude-paths') ?? [],
    discardPaths: section.yesOrNo('discard-paths'),
    enableSymlinks: section.yesOrNo('enable-symlinks'),
  };
}

function missingFiles(section: Section) {
  return section.error(undefined, `"${section.name('files')}" is missing; list what the artifact holds, such as "- '**/*'"`);
}
