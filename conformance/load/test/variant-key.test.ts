import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { idleKeys, keyFor, speaksFor } from '../variant-key.ts';

const keys = suite('variant-key');

keys('a key speaks for the variant of its name and for those that add to it', () => {
  assert.ok(speaksFor('cpython', 'cpython'));
  assert.ok(speaksFor('cpython', 'cpython<3.8'));
  assert.ok(speaksFor('cpython', 'cpython+pure'));
  assert.ok(speaksFor('cpython+pure', 'cpython+pure>=3.10'));
});

keys('a key does not speak for a variant that merely begins with the same letters', () => {
  assert.not.ok(speaksFor('cpython<3.1', 'cpython<3.10'));
  assert.not.ok(speaksFor('cpython+pu', 'cpython+pure'));
  assert.not.ok(speaksFor('cpython<3.8', 'cpython'));
  assert.not.ok(speaksFor('words', 'cpython'));
});

keys('of several keys the longest speaks', () => {
  const given = ['words', 'cpython', 'cpython+pure'];
  assert.is(keyFor('cpython<3.8', given), 'cpython');
  assert.is(keyFor('cpython+pure<3.8', given), 'cpython+pure');
  assert.is(keyFor('pypy', given), undefined);
});

keys('a key that is called by no variant, or outdone for all of its own, is idle', () => {
  assert.equal(idleKeys(['words', 'cpython', 'pypy'], ['words', 'cpython<3.8']), ['pypy']);
  assert.equal(idleKeys(['cpython', 'cpython<3.8', 'cpython>=3.8'], ['cpython<3.8', 'cpython>=3.8']), ['cpython']);
  assert.equal(idleKeys(['cpython'], ['']), ['cpython']);
});

keys.run();
