import assert from 'node:assert/strict';
import test from 'node:test';
import { inline, markdown } from '../src/markdown.js';

test('a heading gets an anchor, and needs no empty line around it', () => {
  assert.equal(markdown('Before\n## In the field\nAfter'), '<p>Before</p>\n<h2 id="in-the-field">In the field</h2>\n<p>After</p>');
});

test('two headings of the same name get two anchors', () => {
  assert.match(markdown('## Piers\n\n## Piers'), /id="piers".*\n.*id="piers-2"/);
});

test('lists, quotations and tables are told apart by how their lines begin', () => {
  assert.equal(markdown('- deck\n- pier'), '<ul><li>deck</li><li>pier</li></ul>');
  assert.equal(markdown('1. deck\n2. pier'), '<ol><li>deck</li><li>pier</li></ol>');
  assert.equal(markdown('> An arch\n> never sleeps.'), '<blockquote><p>An arch\nnever sleeps.</p></blockquote>');
  assert.equal(
    markdown('| Bridge | Span |\n|---|---|\n| Forth | 521 m |'),
    '<table><thead><tr><th>Bridge</th><th>Span</th></tr></thead><tbody><tr><td>Forth</td><td>521 m</td></tr></tbody></table>',
  );
});

test('an item of a list may go on in the next line', () => {
  assert.equal(markdown('- a deck\n  of oak\n- a pier'), '<ul><li>a deck\nof oak</li><li>a pier</li></ul>');
});

test('marks within a line may be nested', () => {
  assert.equal(inline('**box *girder***, `*code*`'), '<strong>box <em>girder</em></strong>, <code>*code*</code>');
});

test('a link to a source file becomes a link to its page', () => {
  assert.equal(inline('[thrust](arch.md#thrust)'), '<a href="arch.html#thrust">thrust</a>');
  assert.equal(inline('[elsewhere](https://example.com/arch.md)'), '<a href="https://example.com/arch.md">elsewhere</a>');
});

test('HTML in the text is text', () => {
  assert.equal(markdown('<b>5 < 6</b> & "so on"'), '<p>&lt;b&gt;5 &lt; 6&lt;/b&gt; &amp; &quot;so on&quot;</p>');
});

test('a link that would run a script stays text', () => {
  assert.equal(inline('[x](javascript:alert)'), '[x](javascript:alert)');
});
