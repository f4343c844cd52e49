import { SOURCE_REPOSITORY } from '../../../src/checks/configuration/source-repository';
import { actionIn } from '../fixture';
import { foundBy, pathTo, UNKNOWN } from '../found-by';

const found = (name: unknown, properties: object = {}) => foundBy(SOURCE_REPOSITORY, (pipeline, template) => {
  template.Resources.Code = { Type: 'AWS::CodeCommit::Repository', Properties: properties };
  Object.assign(actionIn(pipeline, 'Source/Shop'), { ActionTypeId: { Category: 'Source', Owner: 'AWS', Provider: 'CodeCommit', Version: '1' }, Configuration: { RepositoryName: name, BranchName: 'main' } });
});

test.each([{}, { RepositoryName: 'shop' }])('a repository by its reference is found: %j', properties => {
  expect(found({ Ref: 'Code' }, properties)).toEqual([expect.objectContaining({
    severity: 'error',
    message: 'The repository is the id of Code, not its name.',
    mend: 'Use `!GetAtt Code.Name`.',
    path: pathTo('Stages', 0, 'Actions', 0, 'Configuration', 'RepositoryName'),
  })]);
});

test.each([{ 'Fn::GetAtt': ['Code', 'Name'] }, 'shop', UNKNOWN])('one by its name is not: %j', name => {
  expect(found(name)).toEqual([]);
});
