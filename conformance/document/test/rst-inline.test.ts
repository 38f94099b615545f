import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plainText } from '../rst-inline.ts';

const inline = suite('markup within a line of reStructuredText');

for (const [source, shown] of [
  [':meth:`walk` and :func:`~asyncio.run`', 'walk() and run()'],
  [':meth:`walk()`', 'walk()'],
  [':class:`~asyncio.Task` or :class:`!Task`', 'Task or Task'],
  [':ref:`a walk <the-walk>`, :meth:`uncancel <asyncio.Task.uncancel>`', 'a walk, uncancel'],
  [':py:exc:`Tired` :keyword:`try` :term:`awaitable`', 'Tired try awaitable'],
  [':pep:`567` and :rfc:`1`', 'PEP 567 and RFC 1'],
  ['``a * b`` and *far* **very**', 'a * b and far very'],
  ['`a link <https://example.org/>`_ and `name`_', 'a link and name'],
  ['walk(\\*, far=1) and 2 * 3', 'walk(*, far=1) and 2 * 3'],
] as const) {
  inline(`${source} reads ${shown}`, () => assert.is(plainText(source), shown));
}

inline.run();
