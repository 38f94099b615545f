import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Cell } from '../../conformance/overview.ts';
import { markOf, marks } from '../mark.ts';
import { paint } from '../paint.ts';
import { tally } from '../tally.ts';

const tallying = suite('tallies');
const cell = (kind: Cell['kind'], weight: Cell['weight']): Cell => ({ kind, weight, variant: '' });
const text = (...cells: readonly Cell[]): string => tally(cells, paint(false)).text;

tallying('passes first, then what is not green, each with its mark', () => {
  assert.is(text(cell('pass', 'green'), cell('pass', 'green'), cell('fail', 'red'), cell('not-run', 'grey'), cell('unsupported', 'grey'), cell('not-applicable', 'grey')), '2 ✘1 ○1 –1 ·1');
});

tallying('no passes are left out where there is something else', () => assert.is(text(cell('fail', 'warning')), '▲1'));
tallying('no scenarios, no number', () => assert.is(text(), ''));

tallying('only a pass is green', () => {
  const { colour } = tally([cell('pass', 'green'), cell('unsupported', 'grey')], paint(true));
  assert.is(colour?.(''), '\u001b[32m1\u001b[0m \u001b[2m○1\u001b[0m');
  assert.equal(Object.entries(marks).filter(([, { colour: name }]) => name === 'good').map(([mark]) => mark), ['pass']);
});

tallying('every weight has a mark', () => {
  const weights = ['green', 'red', 'warning', 'information', 'broken'] as const;
  assert.equal(weights.map((weight) => markOf({ kind: 'fail', weight })), ['pass', 'fail', 'warning', 'differs', 'broken']);
});

tallying.run();
