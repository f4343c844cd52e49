/** The environment that CodeBuild gives a build, as far as a laptop has it: see "Environment variables in build environments". */

import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import type { ActionContext } from './providers/provider-runner';

export interface BuildFacts {
  /** the project's name, or what stands for it */
  readonly project: string;
  readonly image?: string;
  readonly workspace: string;
  /** folders of the other input artifacts, by artifact */
  readonly secondary: Readonly<Record<string, string>>;
  readonly primary?: string;
}

/** Everything a build's processes see: what the caller passed, an empty HOME, and CodeBuild's own variables. */
export function buildEnvironment(context: ActionContext, facts: BuildFacts): Record<string, string> {
  const { pipeline, action, executionId } = context;
  const home = path.join(context.folder, 'home');
  mkdirSync(home, { recursive: true });
  const region = action.region ?? pipeline.region;
  const id = `${facts.project}:${executionId}`;
  const revision = facts.primary === undefined ? undefined : context.memory.get(`revision ${facts.primary}`);
  const source = facts.primary === undefined ? undefined : context.store.locate(facts.primary);
  return {
    ...context.environment,
    HOME: home,
    // not CodeBuild's: what a build can only do in AWS, it leaves out here
    CONVEYOR_LOCAL: 'true',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    CODEBUILD_BUILD_ARN: `arn:aws:codebuild:${region}:${pipeline.account}:build/${id}`,
    CODEBUILD_BUILD_ID: id,
    CODEBUILD_BUILD_IMAGE: facts.image ?? 'local',
    CODEBUILD_BUILD_NUMBER: '1',
    CODEBUILD_INITIATOR: `codepipeline/${pipeline.name}`,
    CODEBUILD_KMS_KEY_ID: `arn:aws:kms:${region}:${pipeline.account}:alias/aws/s3`,
    CODEBUILD_LOG_PATH: executionId,
    CODEBUILD_SOURCE_VERSION: source ? `arn:aws:s3:::${source.bucket}/${source.key}` : '',
    CODEBUILD_RESOLVED_SOURCE_VERSION: revision?.id ?? '',
    CODEBUILD_SOURCE_REPO_URL: revision?.url ?? '',
    CODEBUILD_START_TIME: String(context.now().getTime()),
    CODEBUILD_SRC_DIR: facts.workspace,
    ...Object.fromEntries(Object.entries(facts.secondary).map(([artifact, folder]) => [`CODEBUILD_SRC_DIR_${artifact}`, folder])),
  };
}
