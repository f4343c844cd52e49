import { storesOf } from './stores';
import { type Declared, isUnresolved, type PipelinePlan, type Plan } from '../../plan';

/** The regions of those stores whose buckets the pipeline's own template makes: a bucket is made where its stack is. */
export function regionsMadeHere(pipeline: PipelinePlan, { resources }: Plan): Declared[] {
  return storesOf(pipeline).flatMap(({ declared, region }) => {
    const { identity } = declared.at('Location');
    const bucket = identity && region?.text ? resources.find('AWS::S3::Bucket', identity, pipeline.stackName) : undefined;
    return region && bucket?.name === identity && bucket?.file === pipeline.file ? [region] : [];
  });
}

/** The region that a pipeline is in, as far as it or one of its stores tells. */
export function ownRegionOf(pipeline: PipelinePlan, plan: Plan): string | undefined {
  return isUnresolved(pipeline.region) ? regionsMadeHere(pipeline, plan)[0]?.text : pipeline.region;
}
