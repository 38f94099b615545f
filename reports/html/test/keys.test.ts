// Where a key leads in the matrix.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { home } from '../app/address.ts';
import { moved } from '../app/keys.ts';
import type { Move } from '../app/keys.ts';
import { shownIn } from '../app/rows.ts';
import { anIndex } from './made-up-data.ts';

const keying = suite('keys');
/** cancel, deny (unfolded), its five scenarios, polite, cycles, done, done.one. */
const { rows } = shownIn(anIndex(), { ...home, open: ['task.cancel.deny'] });
const press = (key: string, row: number, column = 0, ctrlKey = false): Move | null => moved({ key, ctrlKey }, { row, column }, rows, 4, 3);
const to = (row: number, column: number): Move => ({ kind: 'to', to: { row, column } });

keying('arrows move, and stop at the edges', () => {
  assert.equal(press('ArrowDown', 0), to(1, 0));
  assert.equal(press('ArrowUp', 0), to(0, 0));
  assert.equal(press('ArrowDown', rows.length - 1, 2), to(rows.length - 1, 2));
  assert.equal(press('ArrowRight', 2, 4), to(2, 4));
  assert.equal(press('ArrowLeft', 2, 1), to(2, 0));
});

keying('in the first column right unfolds, left folds, and then leads to the parent', () => {
  assert.equal(press('ArrowRight', 7), { kind: 'fold', open: true });
  assert.equal(press('ArrowRight', 1), to(1, 1));
  assert.equal(press('ArrowLeft', 1), { kind: 'fold', open: false });
  assert.equal(press('ArrowLeft', 4), to(1, 0));
  assert.equal(press('ArrowLeft', 7), to(0, 0));
});

keying('pages, and the ends of rows and of the matrix', () => {
  assert.equal(press('PageDown', 1, 2), to(4, 2));
  assert.equal(press('PageUp', 1, 2), to(0, 2));
  assert.equal(press('End', 1, 2), to(1, 4));
  assert.equal(press('Home', 1, 2), to(1, 0));
  assert.equal(press('End', 1, 2, true), to(rows.length - 1, 2));
  assert.equal(press('Home', 5, 2, true), to(0, 2));
});

keying('any other key is the browser’s', () => assert.is(press('a', 0), null));

keying.run();
