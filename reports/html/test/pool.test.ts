import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Pool } from '../pool.ts';

const pooling = suite('a pool');

pooling('what has the same key is made once, and has one number', () => {
  const pool = new Pool<{ readonly a: number }>();
  let made = 0;
  const make = (a: number) => () => {
    made += 1;
    return { a };
  };
  assert.equal([pool.add('x', make(1)), pool.add('y', make(2)), pool.add('x', make(1)), pool.add('y', make(2))], [0, 1, 0, 1]);
  assert.equal(pool.all, [{ a: 1 }, { a: 2 }]);
  assert.is(made, 2);
});

pooling('a key that is the name of something else is only a key', () => {
  const pool = new Pool<string>();
  assert.is(pool.add('__proto__', () => 'one'), 0);
  assert.is(pool.add('constructor', () => 'two'), 1);
});

pooling.run();
