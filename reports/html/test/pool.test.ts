// Each thing once.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Pool } from '../pool.ts';

const pooling = suite('pool');

pooling('what is alike has one number, in the order in which it came', () => {
  const pool = new Pool<{ readonly name: string }>();
  assert.equal([{ name: 'a' }, { name: 'b' }, { name: 'a' }].map((thing) => pool.add(thing)), [0, 1, 0]);
  assert.equal(pool.all, [{ name: 'a' }, { name: 'b' }]);
});

pooling('what is made of the same is made once, and what comes out alike is kept once', () => {
  const pool = new Pool<number>();
  let made = 0;
  const make = (): number => {
    made += 1;
    return 7;
  };
  assert.equal([pool.addMade('x', make), pool.addMade('x', make), pool.addMade('y', make)], [0, 0, 0]);
  assert.is(made, 2);
  assert.equal(pool.all, [7]);
});

pooling.run();
