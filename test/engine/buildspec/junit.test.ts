import { countJunitTests } from '../../../src/engine/buildspec/junit';

test('test cases and what became of them are counted', () => {
  expect(countJunitTests(`<?xml version="1.0"?>
    <testsuites tests="99"><testsuite name="a > b">
      <testcase name="passes"/>
      <testcase name="x > y" time="0.1"></testcase>
      <testcase name="fails"><failure message="1 &lt; 2">at <![CDATA[<testcase name="no"><error/>]]></failure><failure/></testcase>
      <testcase name="breaks"><error/></testcase>
      <testcase name="waits"><skipped/></testcase>
      <!-- <testcase name="gone"/> -->
      <testsuite><testcase name='nested'><system-out>failure</system-out></testcase></testsuite>
    </testsuite></testsuites>`)).toEqual({ tests: 6, failures: 1, errors: 1, skipped: 1 });
});

test('a suite without tests is a suite without tests', () => {
  expect(countJunitTests('<testsuite/>')).toEqual({ tests: 0, failures: 0, errors: 0, skipped: 0 });
});

test.each(['', 'not xml', '<html></html>', '<testsuite><testcase name="a"><failure>'])('%j is not counted', (text) => {
  expect(countJunitTests(text)).toBeUndefined();
});
