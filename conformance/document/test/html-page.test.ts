import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readHtml } from '../html-page.ts';

const html = suite('a page of HTML');
const read = (source: string): readonly string[] => readHtml(source).flatMap(({ anchor, pieces }) => [anchor, ...pieces.map(({ kind, text }) => `  ${kind} ${text}`)]);
const define = (body: string): string => `<dl class="py function"><dt id="m.f">m.f(<em>a</em>)<a class="headerlink">¶</a><a class="viewcode-link">[source]</a></dt><dd>${body}</dd></dl>`;

html('marks to click on are no part of a signature', () => assert.equal(read(define('')), ['m.f', '  signature m.f(a)']));

html('text is cut at blocks, not at inline elements, with paragraphs around it or without', () => {
  assert.equal(read(define('One<br>line with <b>two</b> <code>words</code>.<ul><li>An item</li><li><p>Another.</p><p>And more.</p></li></ul>rest')),
    ['m.f', '  signature m.f(a)', '  sentence One line with two words.', '  sentence An item', '  sentence Another.', '  sentence And more.', '  sentence rest']);
});

html('a box has no title, and entities are characters', () => {
  assert.equal(read(define('<div class="admonition note"><p class="admonition-title">Note</p><p>Fish &amp; chips aren&#8217;t far.</p></div>')),
    ['m.f', '  signature m.f(a)', '  sentence Fish & chips aren’t far.']);
});

html('a list of terms is text, and two signatures of one name go together', () => {
  assert.equal(read(define('<dl class="simple"><dt id="term-a">A term</dt><dd><p>Its meaning.</p></dd></dl>').replace('</dt>', '</dt><dt id="m.f">m.f(<em>b</em>)</dt>')),
    ['m.f', '  signature m.f(a)', '  signature m.f(b)', '  sentence A term', '  sentence Its meaning.']);
});

html('HTML that is broken is read as a browser would read it', () => {
  assert.equal(read('<dl><dt id="m.f">m.f()<dd><p>One.<p>Two.</dl>'), ['m.f', '  signature m.f()', '  sentence One.', '  sentence Two.']);
});

html.run();
