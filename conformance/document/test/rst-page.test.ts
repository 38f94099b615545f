import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readRst } from '../rst-page.ts';

const rst = suite('a page of reStructuredText');
const read = (source: string): readonly string[] => readRst(source).flatMap(({ anchor, pieces }) => [anchor, ...pieces.map(({ kind, text }) => `  ${kind} ${text}`)]);

rst('notes on versions begin as Sphinx begins them', () => {
  assert.equal(read(`.. module:: m

.. function:: f()

   .. versionadded:: 3.5
   .. versionchanged:: 3.6 It is quick.
   .. deprecated:: 3.7
      It is slow.
      Very slow.
   .. deprecated-removed:: 3.8 3.10
      Walk.
`), [
    'm.f', '  signature f()', '  note Added in version 3.5.', '  note Changed in version 3.6: It is quick.',
    '  note Deprecated since version 3.7: It is slow. Very slow.', '  note Deprecated since version 3.8, will be removed in version 3.10: Walk.',
  ]);
});

rst('what a box says is said, a paragraph that begins with a role too; what is no text is left out', () => {
  assert.equal(read(`.. module:: m

.. function:: f()

   .. note::

      :func:\`g\` is newer.

   .. important:: Keep it.

   .. code-block:: python
      :linenos:

      f()

   .. index:: f
      single: walking

   ::

      g()

   +-----+
   | one |
   +-----+

       Quoted, for it is deeper.
`), ['m.f', '  signature f()', '  sentence g() is newer.', '  sentence Keep it.', '  example f()', '  example g()', '  sentence Quoted, for it is deeper.']);
});

rst('members are named by their class, whether they stand in it or not', () => {
  assert.equal(read(`.. currentmodule:: m

.. class:: C(a, \\
             b)
           C(c)
   :final:

   .. method:: inside()
      :classmethod:

      Here.

   .. method:: C.named()

      There.

.. method:: C.outside()

   Elsewhere.

.. py:function:: m.f()

   Whole.

   .. class:: Within()

      A class in a function is the module's.
`), [
    'm.C', '  signature class C(a, b)', '  signature class C(c)', 'm.C.inside', '  signature classmethod inside()', '  sentence Here.',
    'm.C.named', '  signature C.named()', '  sentence There.', 'm.C.outside', '  signature C.outside()', '  sentence Elsewhere.',
    'm.f', '  signature m.f()', '  sentence Whole.', 'm.Within', '  signature class Within()', "  sentence A class in a function is the module's.",
  ]);
});

rst('numbered and nested lists are text, item by item', () => {
  assert.equal(read(`.. module:: m

.. data:: d

   1. First
      of all.

      - Deeper.

   #. Second.
`), ['m.d', '  signature d', '  sentence First of all.', '  sentence Deeper.', '  sentence Second.']);
});

rst('titles with and without a line above make sections; carriage returns do no harm', () => {
  assert.equal(readRst('.. module:: m\r\n\r\n====\r\nOne\r\n====\r\n\r\nTwo & more\r\n----------\r\n\r\n.. data:: d\r\n\r\n   It is.\r\n').map(({ anchor, section }) => [anchor, section]),
    [['m.d', 'two-more']]);
});

rst.run();
