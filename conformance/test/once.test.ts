import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { once } from '../once.ts';

const test = suite('once');

test('nothing is made before somebody asks, and it is made once, whatever it is', () => {
  let made = 0;
  const nothing = once(() => {
    made += 1;
    return undefined;
  });
  assert.is(made, 0);
  assert.is(nothing(), undefined);
  assert.is(nothing(), undefined);
  assert.is(made, 1);
});

test('what could not be made is tried again, and told each time', () => {
  const broken = once(() => {
    throw new Error('no such file');
  });
  assert.throws(broken, 'no such file');
  assert.throws(broken, 'no such file');
});

test.run();
