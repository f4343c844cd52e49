/** Findings in SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code hosts and editors read. */

import { CHECKS } from '../checks';
import type { LocatedFinding } from './check';

const PAGE = 'https://github.com/cdk-conveyor/cdk-conveyor/blob/main/docs/checks.md';

export function findingsAsSarif(found: readonly LocatedFinding[]) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'conveyor',
          informationUri: PAGE,
          rules: CHECKS.map(({ id, severity, title, why, mend }) => ({
            id,
            shortDescription: { text: title },
            fullDescription: { text: why },
            help: { text: mend },
            helpUri: `${PAGE}#${id.replace(':', '')}`,
            defaultConfiguration: { level: severity },
          })),
        },
      },
      results: found.map(({ id, severity, message, mend, shown, line, column, constructPath, logicalId, part, acknowledged }) => ({
        ruleId: id,
        ruleIndex: CHECKS.findIndex(check => check.id === id),
        level: severity,
        message: { text: `${message} ${mend}` },
        locations: [{
          physicalLocation: { artifactLocation: { uri: encodeURI(shown.replace(/\\/g, '/')) }, region: { startLine: line, startColumn: column } },
          logicalLocations: [{ fullyQualifiedName: constructPath ?? [logicalId, ...(part ? [part] : [])].join('/') }],
        }],
        ...(acknowledged !== undefined && { suppressions: [{ kind: 'inSource', justification: acknowledged }] }),
      })),
    }],
  };
}
