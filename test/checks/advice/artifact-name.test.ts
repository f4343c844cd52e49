import { actionIn, advice } from './fixture';

const ID = 'artifact-name';

function named(name: unknown) {
  return advice(ID, (pipeline, template) => {
    template.Parameters = { Name: { Type: 'String', Default: 'Output' } };
    actionIn(pipeline, 'Build/Compile').OutputArtifacts = [{ Name: name }];
  });
}

test.each([
  'Artifact', 'artifacts', 'Output', 'output1', 'MyArtifact', 'OutputArtifact', 'Artifact_1', 'Source_Output_1', 'BuildArtifact2', 'A', 'b1', 'foo',
  'Artifact_Build_Synth', 'c1a2b3d4e5f60718', 'A1B2C3D4E5',
])('the name %p is found', name => {
  expect(named(name)).toEqual([expect.objectContaining({
    severity: 'warning',
    part: 'Build/Compile',
    message: `"Compile" gives an artifact with the name "${name}".`,
    path: ['Resources', 'Pipeline', 'Properties', 'Stages', 1, 'Actions', 0, 'OutputArtifacts', 0, 'Name'],
  })]);
});

test.each([
  'SourceArtifact', 'BuildArtifact', 'SourceOutput', 'Synth_Output', 'Build', 'Build_docs', 'Site', 'cart', 'Lambda2', 'Go', 'facade', 'Image-v2',
  { Ref: 'Name' }, { 'Fn::Sub': '${AWS::StackName}-Output' },
])('the name %p is not', name => {
  expect(named(name)).toEqual([]);
});
