import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hasLostNames, readText } from '../text-page.ts';

const text = suite('a page of plain text');
const read = (source: string): readonly string[] => readText(source).flatMap(({ anchor, pieces }) => [anchor, ...pieces.map(({ kind, text: shown }) => `  ${kind} ${shown}`)]);

text('a line that looks like a call is a definition only with a blank line before and something deeper below', () => {
  assert.equal(read(`asyncio.f(a)

  Call it so:
  g(a)

  h(b)

  That is all.
`), ['asyncio.f', '  signature asyncio.f(a)', '  sentence Call it so: g(a)', '  sentence h(b)', '  sentence That is all.']);
});

text('code stands deeper below a colon, up to where the text goes on', () => {
  assert.equal(read(`asyncio.f(a)

  As here:

     f(1)

     f(2)

  And no further.
`), ['asyncio.f', '  signature asyncio.f(a)', '  sentence As here:', '  example f(1)\n\nf(2)', '  sentence And no further.']);
});

text('a remark in braces is the text-maker’s, also on one line; names in braces are the page’s', () => {
  const parts = readText('asyncio.f(a)\n\n  {left out}\n\n  {f()} is {quick}\n');
  assert.equal(parts.map(({ pieces, leavesOut }) => [pieces.map(({ text: shown }) => shown), leavesOut]), [[['asyncio.f(a)', 'f() is quick'], true]]);
});

text('qualifiers and results of a signature are understood', () => {
  assert.equal(read('class asyncio.C()\n\n  classmethod {make}(x) -> C\n\n    Make.\n'), ['asyncio.C', '  signature class asyncio.C()', 'asyncio.C.make', '  signature classmethod make(x)', '  sentence Make.']);
});

text('signatures without names are noticed when there are several', () => {
  assert.ok(hasLostNames('class (a)¶\n(b)¶\nclassmethod (c)¶\n'));
  assert.not.ok(hasLostNames('class asyncio.C()\n\n  (A remark.)\n'));
});

text.run();
