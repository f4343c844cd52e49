import { Stack } from 'aws-cdk-lib';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksV2 from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Deploy, EcsBlueGreenProps, EksProps } from '../../src';
import { buildOf, HOME, pipelineIn, plain, refusalOf, renderedWith, sourceOf, stackIn } from '../fixture';
import { Rendered } from '../rendered';

describe('a blue/green deployment of an ECS service', () => {
  const cart = (props: Partial<EcsBlueGreenProps> = {}) => Deploy.ecsBlueGreen('Cart', {
    deploymentGroup: codedeploy.EcsDeploymentGroup.fromEcsDeploymentGroupAttributes(stackIn(HOME), 'Group', {
      application: codedeploy.EcsApplication.fromEcsApplicationName(stackIn(HOME), 'Application', 'cart'),
      deploymentGroupName: 'web',
      deploymentConfig: codedeploy.EcsDeploymentConfig.CANARY_10PERCENT_15MINUTES,
    }),
    taskRoles: [iam.Role.fromRoleName(stackIn(HOME), 'Task', 'task')],
    ...props,
  });

  test('finds task definition and AppSpec in its artifact', () => {
    expect(renderedWith(cart()).action('Stage/Cart').Configuration).toEqual({
      ApplicationName: 'cart',
      DeploymentGroupName: 'web',
      TaskDefinitionTemplateArtifact: 'Source',
      TaskDefinitionTemplatePath: 'taskdef.json',
      AppSpecTemplateArtifact: 'Source',
      AppSpecTemplatePath: 'appspec.yaml',
    });
  });

  test('takes an image from the artifact of the templates unless it is told another', () => {
    expect(renderedWith(cart({ images: [{}] })).action('Stage/Cart').Configuration).toMatchObject({ Image1ArtifactName: 'Source', Image1ContainerName: 'IMAGE' });
  });

  test('reads each artifact once', () => {
    const [templates, image] = [buildOf('Templates', 'out'), buildOf('Image', 'out')];
    const rendered = renderedWith(templates, image, cart({ input: templates, appSpecInput: templates, images: [{ input: image, placeholder: 'A' }, { input: image, placeholder: 'B' }] }));
    expect(rendered.inputs('Stage/Cart')).toEqual(['Templates', 'Image']);
    expect(rendered.orders('Stage')).toEqual({ Templates: 1, Image: 1, Cart: 2 });
  });

  test('reads the group\'s own configuration, and passes on the roles of its tasks alone', () => {
    const statements = renderedWith(cart()).statements('Stage/Cart');
    expect(statements.find(one => one.Action === 'codedeploy:GetDeploymentConfig').Resource)
      .toBe('arn:aws:codedeploy:eu-west-1:111111111111:deploymentconfig:CodeDeployDefault.ECSCanary10Percent15Minutes');
    expect(statements.find(one => one.Action === 'iam:PassRole').Resource).toBe('arn:aws:iam::111111111111:role/task');
  });

  const [source, other] = [sourceOf('Templates'), sourceOf('Other')];
  test.each<[string, Partial<EcsBlueGreenProps>, RegExp]>([
    ['no role of its tasks', { taskRoles: [] }, /Give `taskRoles`[^]*where: Cart/],
    ['5 images', { images: Array.from({ length: 5 }, (_, at) => ({ placeholder: `I${at}` })) }, /has 5 images\.[^]*at most 4/],
    ['two images for one placeholder', { images: [{}, {}] }, /Two images have the placeholder "IMAGE"\./],
    ['a placeholder with its brackets', { images: [{ placeholder: '<IMAGE>' }] }, /here it is "IMAGE"/],
    ['an image of another artifact, and no input of its own', { images: [{ input: other }] }, /Say with `input`/],
    ['an AppSpec of another artifact, and no input of its own', { appSpecInput: other }, /Say with `input`/],
    ['6 artifacts', {
      input: source, appSpecInput: other, images: ['A', 'B', 'C', 'D'].map(placeholder => ({ placeholder, input: sourceOf(placeholder) })),
    }, /reads 6 artifacts\.[^]*at most 5/],
  ])('is refused %s', (_what, props, expected) => {
    expect(refusalOf(() => cart(props))).toMatch(expected);
  });
});

describe('a deployment to EKS', () => {
  const clusterIn = (stack: Stack) => eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop' });
  const search = (props: Partial<EksProps> = {}) => Deploy.eks('Search', { cluster: clusterIn(stackIn(HOME)), ...props });
  const manifests = ['k8s/service.yaml', 'k8s/deployment.yaml'];

  test('applies manifests', () => {
    expect(renderedWith(search({ manifests })).action('Stage/Search').Configuration).toEqual({ ClusterName: 'shop', ManifestFiles: 'k8s/service.yaml,k8s/deployment.yaml' });
  });

  test('installs a chart, from where and into what it is told', () => {
    const stack = stackIn(HOME);
    expect(renderedWith(search({
      helm: { name: 'search', chart: 'charts/search', valuesFiles: ['a.yaml', 'b.yaml'] },
      namespace: 'search',
      subnets: [ec2.Subnet.fromSubnetId(stack, 'Subnet', 'subnet-1')],
      securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1')],
    })).action('Stage/Search').Configuration).toEqual({
      ClusterName: 'shop',
      HelmReleaseName: 'search',
      HelmChartLocation: 'charts/search',
      HelmValuesFiles: 'a.yaml,b.yaml',
      Namespace: 'search',
      Subnets: 'subnet-1',
      SecurityGroupIds: 'sg-1',
    });
  });

  test('gives manifests environment variables, which may be those of an earlier action', () => {
    const stack = stackIn(HOME);
    const source = sourceOf();
    pipelineIn(stack, { source }).addStage('Stage', { steps: [search({ manifests, environmentVariables: { TAG: plain(source.variable('CommitId')), COLOR: plain('blue') } })] });
    expect(Rendered.of(stack).action('Stage/Search').EnvironmentVariables).toEqual([
      { Name: 'TAG', Type: 'PLAINTEXT', Value: '#{Source@Source.CommitId}' }, { Name: 'COLOR', Type: 'PLAINTEXT', Value: 'blue' },
    ]);
  });

  test('takes a cluster of either module of aws-cdk-lib', () => {
    const stack = stackIn(HOME);
    const cluster = eksV2.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop-v2' });
    expect(renderedWith(search({ cluster, manifests })).action('Stage/Search').Configuration.ClusterName).toBe('shop-v2');
  });

  test('runs with the role that the cluster admits, which is let at the artifacts', () => {
    const stack = stackIn(HOME);
    pipelineIn(stack).addStage('Stage', { steps: [search({ manifests, role: iam.Role.fromRoleName(stack, 'Role', 'kubernetes') })] });
    const rendered = Rendered.of(stack);
    expect(rendered.action('Stage/Search').RoleArn).toBe('arn:aws:iam::111111111111:role/kubernetes');
    expect(JSON.stringify(rendered.only('AWS::KMS::Key').KeyPolicy)).toContain('role/kubernetes');
  });

  test('may look at its one cluster', () => {
    expect(renderedWith(search({ manifests })).statements('Stage/Search')[0]).toEqual({ Action: 'eks:DescribeCluster', Resource: 'arn:aws:eks:eu-west-1:111111111111:cluster/shop' });
  });

  test.each<[string, Partial<EksProps>, RegExp]>([
    ['nothing to apply', {}, /has nothing to apply\.[^]*where: Search/],
    ['no manifest', { manifests: [] }, /has nothing to apply\./],
    ['manifests and a chart', { manifests, helm: { name: 'search', chart: 'charts/search' } }, /both `manifests` and `helm`/],
    ['a path with a comma', { manifests: ['a,b.yaml'] }, /"a,b\.yaml" has a comma/],
    ['11 environment variables', { manifests, environmentVariables: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`V${at}`, plain('x')])) }, /has 11 environment variables\.[^]*at most 10/],
    ['an environment variable with a hyphen', { manifests, environmentVariables: { 'IMAGE-TAG': plain('1') } }, /"IMAGE-TAG" is not allowed/],
    ['an empty environment variable', { manifests, environmentVariables: { TAG: plain('') } }, /TAG has 0 characters/],
    ['an environment variable of 2001 characters', { manifests, environmentVariables: { TAG: plain('x'.repeat(2001)) } }, /TAG has 2001 characters\.[^]*1 to 2000/],
  ])('is refused %s', (_what, props, expected) => {
    expect(refusalOf(() => search(props))).toMatch(expected);
  });
});
