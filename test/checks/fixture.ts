/** A valid pipeline that tests make one thing wrong in, and what the checks say of it. */

import { findingsOf, type Finding } from '../../src/checks';
import { deploymentsOf } from '../../src/plan';

/* eslint-disable @typescript-eslint/no-explicit-any -- a template is any JSON */
export type Json = any;

/** A template with one pipeline `Shop` that nothing is wrong with: source, build, approval, and a deployment with rollback. */
export function validTemplate(): Json {
  const type = (Category: string, Provider: string, Owner = 'AWS') => ({ Category, Owner, Provider, Version: '1' });
  return {
    Resources: {
      Pipeline: {
        Type: 'AWS::CodePipeline::Pipeline',
        Properties: {
          Name: 'Shop',
          PipelineType: 'V2',
          ExecutionMode: 'QUEUED',
          RoleArn: 'arn:aws:iam::111111111111:role/pipeline',
          ArtifactStore: { Type: 'S3', Location: 'artifacts' },
          Stages: [
            {
              Name: 'Source',
              Actions: [{
                Name: 'Shop',
                ActionTypeId: type('Source', 'CodeStarSourceConnection'),
                Configuration: {
                  ConnectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/1a2b', FullRepositoryId: 'acme/shop', BranchName: 'main',
                },
                OutputArtifacts: [{ Name: 'ShopSource' }],
                Namespace: 'Shop',
                RunOrder: 1,
              }],
            },
            {
              Name: 'Build',
              Actions: [{
                Name: 'Compile',
                ActionTypeId: type('Build', 'CodeBuild'),
                Configuration: { ProjectName: 'shop-build' },
                InputArtifacts: [{ Name: 'ShopSource' }],
                OutputArtifacts: [{ Name: 'ShopSite' }],
                Namespace: 'Compile',
                RunOrder: 1,
              }],
            },
            {
              Name: 'Approve',
              Actions: [{ Name: 'Ask', ActionTypeId: type('Approval', 'Manual'), Configuration: { CustomData: 'Commit #{Shop.CommitId}' }, RunOrder: 1 }],
            },
            {
              Name: 'Production',
              Actions: [{
                Name: 'Site',
                ActionTypeId: type('Deploy', 'S3'),
                Configuration: { BucketName: 'shop-site', Extract: 'true' },
                InputArtifacts: [{ Name: 'ShopSite' }],
                RunOrder: 1,
              }],
              OnFailure: { Result: 'ROLLBACK' },
            },
          ],
        },
      },
    },
  };
}

/** What the checks find in a template. */
export function findingsIn(template: Json): Finding[] {
  return findingsOf(deploymentsOf('/app', [{ file: '/app/template.json', template, stackName: 'Shop', parameters: {}, paths: {}, acknowledgements: [], nested: () => ({}) }]));
}

/**
 * What the checks find in the valid pipeline once a thing in it has been changed.
 *
 * @param change gets the pipeline's properties, and the whole template
 */
export function findingsAfter(change: (pipeline: Json, template: Json) => void): Finding[] {
  const template = validTemplate();
  change(template.Resources.Pipeline.Properties, template);
  return findingsIn(template);
}

/** The ids alone, without `conveyor:`, each once. */
export function idsAfter(change: (pipeline: Json, template: Json) => void): string[] {
  return [...new Set(findingsAfter(change).map(({ id }) => id.replace('conveyor:', '')))];
}

/** An action of the valid pipeline, for a test to change: `Build/Compile`. */
export function actionIn(pipeline: Json, path: string): Json {
  const [stageName, actionName] = path.split('/');
  return stageIn(pipeline, stageName).Actions.find(({ Name }: Json) => Name === actionName);
}

export function stageIn(pipeline: Json, name: string): Json {
  return pipeline.Stages.find(({ Name }: Json) => Name === name);
}
