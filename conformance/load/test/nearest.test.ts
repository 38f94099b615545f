import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { nearest } from '../nearest.ts';

const near = suite('nearest');

near('a slip of one or two keys is recognised: left out, put in, taken for another, swapped', () => {
  const known = ['cancel', 'cancelled', 'done', 'result'];
  assert.is(nearest('cancle', known), 'cancel');
  assert.is(nearest('cancl', known), 'cancel');
  assert.is(nearest('canceled', known), 'cancelled');
  assert.is(nearest('dome', known), 'done');
  assert.is(nearest('reslut', known), 'result');
});

near('a word that is like none of them was not meant as one of them', () => {
  assert.is(nearest('gather', ['cancel', 'done']), undefined);
  assert.is(nearest('x', ['yz']), undefined);
  assert.is(nearest('', ['abc']), undefined);
  assert.is(nearest('t', ['f', 'is']), undefined);
  assert.is(nearest('done', []), undefined);
});

near('words without end are not compared', () => {
  const long = 'x'.repeat(200_000);
  assert.is(nearest(long, [long]), undefined);
  assert.is(nearest('xy', [long]), undefined);
});

near.run();
