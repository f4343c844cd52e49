import * as fc from 'fast-check';
import { evaluate, isUnresolved, scopeOf } from '../../src/plan';

const TEMPLATE = {
  Parameters: { Name: { Type: 'String', Default: 'shop' }, Subnets: { Type: 'CommaDelimitedList', Default: 'a, b' }, Asked: { Type: 'String' } },
  Mappings: { Sizes: { 'eu-west-1': { size: 'large' } } },
  Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Name' }, 'shop'] }, IsNot: { 'Fn::Not': [{ Condition: 'IsProd' }] } },
  Resources: {
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': '${Name}-site' } } },
    Unnamed: { Type: 'AWS::S3::Bucket' },
    Topic: { Type: 'AWS::SNS::Topic' },
    Role: { Type: 'AWS::IAM::Role', Properties: { Path: '/delivery/', RoleName: 'deployer' } },
    Loop: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: 'Loop' } } },
    Strange: { Type: 'Custom::Thing', Properties: { Colour: { 'Fn::Sub': 'red ${Name}' } } },
  },
};
const scope = () => scopeOf({ template: TEMPLATE, stackName: 'Site', account: '222222222222', region: 'eu-west-1', findExport: name => (name === 'Shared' ? 'value' : undefined) });
const value = (input: unknown) => evaluate(input, scope());

describe('Ref', () => {
  test.each([
    ['a parameter is its default', 'Name', 'shop'],
    ['a list parameter is a list', 'Subnets', ['a', 'b']],
    ['a resource is its physical name', 'Bucket', 'shop-site'],
    ['a resource without a name is its logical id', 'Unnamed', 'Unnamed'],
    ['a topic is its ARN, as CloudFormation has it', 'Topic', 'arn:aws:sns:eu-west-1:222222222222:Topic'],
    ['a name that refers to itself ends', 'Loop', 'Loop'],
    ['the account is the stack\'s', 'AWS::AccountId', '222222222222'],
    ['the partition is aws', 'AWS::Partition', 'aws'],
    ['a parameter without a default stays visibly unknown', 'Asked', '{unresolved:Asked}'],
    ['what nobody declares stays visibly unknown', 'Nobody', '{unresolved:Nobody}'],
    ['an inherited key of an object is no resource', 'constructor', '{unresolved:constructor}'],
  ])('%s', (_what, name, expected) => {
    expect(value({ Ref: name })).toEqual(expected);
  });

  test('NoValue takes its key or its place in a list away', () => {
    expect(value({ a: 1, b: { Ref: 'AWS::NoValue' }, c: [1, { Ref: 'AWS::NoValue' }, 2] })).toEqual({ a: 1, c: [1, 2] });
  });
});

describe('the other functions', () => {
  test.each<[string, unknown, unknown]>([
    ['GetAtt Arn gives an ARN in the type\'s own form', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'arn:aws:s3:::shop-site'],
    ['an ARN of a role has its path', { 'Fn::GetAtt': ['Role', 'Arn'] }, 'arn:aws:iam::222222222222:role/delivery/deployer'],
    ['an ARN of an unknown type is still plausible', { 'Fn::GetAtt': ['Strange', 'Arn'] }, 'arn:aws:thing:eu-west-1:222222222222:Strange'],
    ['GetAtt of what only AWS knows is a stable placeholder', { 'Fn::GetAtt': ['Bucket', 'DomainName'] }, '{unresolved:Bucket.DomainName}'],
    ['GetAtt of the name is the physical name', { 'Fn::GetAtt': ['Bucket', 'BucketName'] }, 'shop-site'],
    ['GetAtt of an attribute that a property has fixed', { 'Fn::GetAtt': ['Strange', 'Colour'] }, 'red shop'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Name' }, 1]] }, 'a-shop-1'],
    ['Sub with names, attributes, own values and an escape', { 'Fn::Sub': ['${Name}/${Bucket.Arn}/${own}/${!kept}', { own: { Ref: 'AWS::Region' } }] }, 'shop/arn:aws:s3:::shop-site/eu-west-1/${kept}'],
    ['Select and Split', { 'Fn::Select': [1, { 'Fn::Split': [',', 'a,b'] }] }, 'b'],
    ['Select beyond the end is visibly unknown', { 'Fn::Select': [7, ['a']] }, '{unresolved:Fn::Select 7 of ["a"]}'],
    ['If takes the branch of its condition', { 'Fn::If': ['IsProd', 'yes', 'no'] }, 'yes'],
    ['Not', { 'Fn::If': ['IsNot', 'yes', 'no'] }, 'no'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'size'] }, 'large'],
    ['ImportValue over the assembly', { 'Fn::ImportValue': 'Shared' }, 'value'],
    ['ImportValue of a stranger\'s export', { 'Fn::ImportValue': 'Elsewhere' }, '{unresolved:ImportValue Elsewhere}'],
    ['a function nobody knows', { 'Fn::Weather': 'today' }, '{unresolved:Fn::Weather}'],
    ['a policy\'s Condition key is no function', { Condition: { Bool: { x: 'y' } } }, { Condition: { Bool: { x: 'y' } } }],
  ])('%s', (_what, input, expected) => {
    expect(value(input)).toEqual(expected);
  });

  test('what is unknown inside a text stays visible in it', () => {
    const text = value({ 'Fn::Sub': 'https://${Bucket.DomainName}/' });
    expect(text).toBe('https://{unresolved:Bucket.DomainName}/');
    expect(isUnresolved(String(text))).toBe(true);
  });
});

test('no document, however strange, makes the evaluation throw', () => {
  const names = ['Ref', 'Fn::GetAtt', 'Fn::Sub', 'Fn::Join', 'Fn::Select', 'Fn::Split', 'Fn::If', 'Fn::FindInMap', 'Fn::ImportValue', 'Fn::Base64',
    'Fn::GetAZs', 'Fn::Length', 'Fn::ToJsonString', 'Fn::Equals', 'Fn::Not', 'Condition', '__proto__', 'constructor'];
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.jsonValue(),
      fc.constantFrom('Bucket', 'Loop', 'IsProd', 'Name', '${Bucket.Arn}', '${', 'a.b.c', '__proto__'),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.tuple(fc.constantFrom(...names), tie('tree')).map(([name, argument]) => Object.fromEntries([[name, argument]])),
    ),
  }));
  fc.assert(fc.property(tree, input => {
    JSON.stringify(value(input));
  }), { numRuns: 2000 });
});

test('nesting without end is cut, not followed', () => {
  let deep: unknown = 'end';
  for (let i = 0; i < 5000; i++) deep = { 'Fn::Join': ['', [deep]] };
  expect(value(deep)).toContain('{unresolved:nested too deeply}');
});
