/** What `id:json-key:version-stage:version-id` names. */
export interface SecretReference {
  readonly secretId: string;
  readonly jsonKey?: string;
  readonly versionStage?: string;
  readonly versionId?: string;
}

/** The parts of a buildspec's reference to a secret; the id may be an ARN, which has colons of its own. */
export function secretReference(reference: string): SecretReference {
  const parts = reference.split(':');
  const idLength = parts[0] === 'arn' ? 7 : 1;
  const [jsonKey, versionStage, versionId] = parts.slice(idLength).map((part) => part || undefined);
  return { secretId: parts.slice(0, idLength).join(':'), jsonKey, versionStage, versionId };
}
