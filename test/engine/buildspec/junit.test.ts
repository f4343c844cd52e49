import { readJunit } from '../../../src/engine/buildspec/junit';

test('test cases and what became of them are counted', () => {
  expect(readJunit(`<?xml version="1.0"?>
    <testsuites tests="99"><testsuite name="a > b">
      <testcase name="passes"/>
      <testcase name="x > y" time="0.1"></testcase>
      <testcase name="fails"><failure message="1 &lt; 2">at <![CDATA[<testcase name="no"><error/>]]></failure><failure/></testcase>
      <testcase name="breaks"><error/></testcase>
      <testcase name="waits"><skipped/></testcase>
      <!-- <testcase name="gone"/> -->
      <testsuite><testcase name='nested'><system-out>failure</system-out></testcase></testsuite>
    </testsuite></testsuites>`)).toEqual({
    counts: { tests: 6, failures: 1, errors: 1, skipped: 1 }, failed: [{ name: 'fails', message: '1 < 2' }, { name: 'breaks' }],
  });
});

test('a suite without tests is a suite without tests', () => {
  expect(readJunit('<testsuite/>')).toEqual({ counts: { tests: 0, failures: 0, errors: 0, skipped: 0 }, failed: [] });
});

test.each(['', 'not xml', '<html></html>', '<testsuite><testcase name="a"><failure>'])('%j is not counted', (text) => {
  expect(readJunit(text)).toBeUndefined();
});

describe('what failed is told by name, with the message', () => {
  const failed = (failure: string, attributes = 'name="adds"') => readJunit(`<testsuite><testcase ${attributes}>${failure}</testcase></testsuite>`)?.failed[0];
  const message = (failure: string) => failed(failure)?.message;

  test.each([
    ['the name alone', 'name="adds"', 'adds'],
    ['the class before it', 'name="adds" classname="com.acme.SumTest"', 'com.acme.SumTest: adds'],
    ['no class that the name has already', 'classname="Sum adds" name="Sum adds"', 'Sum adds'],
    ['no class that is the same for every test', 'name="adds" classname="test"', 'adds'],
    ['entities as what they stand for', 'name=\'1 &lt; 2 &amp;amp; &#x41;&#66; &quot;x&quot;\'', '1 < 2 &amp; AB "x"'],
    ['something in place of no name', '', 'a test without a name'],
  ])('%s', (_what, attributes, name) => {
    expect(failed('<failure/>', attributes)?.name).toBe(name);
  });

  test('as the attribute has it', () => {
    expect(message('<failure message="expected 1 to be 2">def test():\n&gt; assert 1 == 2</failure>')).toBe('expected 1 to be 2');
  });

  test('as the text has it, up to the stack, where there is no attribute or an empty word', () => {
    const text = 'Expected: 1\n\nReceived: 2\n    at Object.&lt;anonymous> (a.test.ts:1:1)\n';
    for (const attribute of ['', ' message=""', ' message="Failed"']) expect(message(`<failure${attribute}>${text}</failure>`)).toBe('Expected: 1\nReceived: 2');
    expect(message('<error><![CDATA[Error: a < b & c\n    at x]]></error>')).toBe('Error: a < b & c');
  });

  test('with the line breaks that attributes lose, and without what Node wraps around it', () => {
    const attribute = 'message="strictly equal:\'a\' !== \'b\'"';
    const lines = 'strictly equal:\n\n\'a\' !== \'b\'\n';
    const expected = 'strictly equal:\n\'a\' !== \'b\'';
    expect(message(`<failure ${attribute}>\nError [ERR_TEST_FAILURE]: ${lines}\n    at AsyncResource.run (node:async_hooks:206:9) {\n  cause: 1\n}</failure>`)).toBe(expected);
    expect(message(`<failure ${attribute}>\n[Error [ERR_TEST_FAILURE]: ${lines.trim()}] {\n  code: 1\n}</failure>`)).toBe(expected);
  });

  test('in a few lines, without colours', () => {
    const text = Array.from({ length: 20 }, (_, index) => `\u001b[31mline ${index + 1}\u001b[0m`).join('\n');
    expect(message(`<failure>${text}</failure>`)?.split('\n')).toEqual([1, 2, 3, 4, 5, 6].map((number) => `line ${number}`).concat('…'));
    expect(message(`<failure message="${'x'.repeat(5000)}"/>`)).toHaveLength(201);
  });
});
