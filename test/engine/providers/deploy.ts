import { action, source, stage, template } from '../../plan/fixtures/template';
import { runTemplate } from '../run';

/** Deploys the source itself. */
export async function deploy(
  provider: string, Configuration: Record<string, unknown>, files: Record<string, unknown>, more: Record<string, unknown> = {},
) {
  const ship = action({ Name: 'Ship', type: provider, InputArtifacts: [{ Name: 'Repo' }], Configuration, ...more });
  const ran = await runTemplate(template([stage('Source', [source()]), stage('Deploy', [ship])]), files);
  return { ...ran, end: ran.ends['Deploy/Ship'] };
}
