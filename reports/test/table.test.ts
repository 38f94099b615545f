import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lengthOf, table } from '../table.ts';

const setting = suite('tables');
const left = { align: 'left' } as const;
const right = { align: 'right' } as const;
const middle = { align: 'middle' } as const;

setting('columns are as wide as their widest cell, and nothing stands behind the last', () => {
  assert.equal(table([[{ text: 'a' }, { text: 'bb' }, { text: 'c' }], [{ text: 'aaa' }, { text: 'b' }, { text: '' }]], [left, right, middle]), ['a    bb  c', 'aaa   b']);
});

setting('colours do not count', () => {
  const loud = (text: string): string => `\u001b[1m${text}\u001b[0m`;
  assert.equal(table([[{ text: 'ab', colour: loud }, { text: 'x' }], [{ text: 'abc' }, { text: 'y' }]], [right, left]), [' \u001b[1mab\u001b[0m  x', 'abc  y']);
});

setting('a row may be shorter than the table', () => {
  assert.equal(table([[{ text: 'a' }], [], [{ text: 'b' }, { text: 'c' }]], [left, left]), ['a', '', 'b  c']);
  assert.equal(table([], [left]), []);
});

setting('characters count, not code units', () => assert.is(lengthOf('😀a'), 2));

setting.run();
