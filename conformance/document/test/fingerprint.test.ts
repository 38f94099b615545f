import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fingerprint, likeness } from '../fingerprint.ts';
import type { Piece } from '../page.ts';

const prints = suite('fingerprints');
const digest = (text: string, kind: Piece['kind'] = 'sentence'): string => fingerprint({ kind, text }).digest;
const like = (one: string, other: string): number => likeness(fingerprint({ kind: 'sentence', text: one }).sketch, fingerprint({ kind: 'sentence', text: other }).sketch);

prints('case, punctuation, quotes and line breaks do not count', () => {
  assert.is(digest("Walk, if it isn't “late”…"), digest('walk if\n it isn’t late'));
});

prints('every word counts, its hyphens, dots and numbers too', () => {
  const all = ['walk home', 'walk', 'home walk', 'walk home 3.9', 'walk home 3.8', 'low-level', 'low level', 'sys.stderr', 'sys stderr'].map((text) => digest(text));
  assert.is(new Set(all).size, all.length);
});

prints('in a signature parameters, stars and qualifiers count; the module and blanks do not', () => {
  const same = ['class asyncio.Task(coro, *, loop=None)', 'class Task(coro,*,loop = None)'].map((text) => digest(text, 'signature'));
  assert.is(new Set(same).size, 1);
  const other = ['class Task(coro, loop=None)', 'Task(coro, *, loop=None)', 'class Task', 'class Tusk(coro, *, loop=None)'].map((text) => digest(text, 'signature'));
  assert.is(new Set([...same, ...other]).size, 5);
});

prints('in code every character counts', () => assert.is.not(digest('f(1)', 'example'), digest('f( 1)', 'example')));

prints('Sphinx calls what is new by two names', () => {
  assert.is(digest('New in version 3.8.', 'note'), digest('Added in version 3.8.', 'note'));
  assert.is.not(digest('New in version 3.8.', 'note'), digest('Changed in version 3.8.', 'note'));
});

prints('likeness is the share of pairs in common', () => {
  assert.is(like('walk home now', 'Walk home, now!'), 1);
  assert.is(like('walk home now', 'run away then'), 0);
  // Four pairs each, of which `^ walk` and `walk home` are common.
  assert.is(like('walk home now', 'walk home later'), 0.5);
  assert.is(likeness([], []), 0);
});

prints('a sketch has four digits a pair, in no telling order', () => {
  const { sketch, digest: own } = fingerprint({ kind: 'sentence', text: 'walk home now' });
  assert.is(sketch.length, 4);
  assert.ok(sketch.every((pair) => /^[0-9a-f]{4}$/u.test(pair)));
  assert.equal(sketch, [...sketch].sort());
  assert.match(own, /^[0-9a-f]{16}$/u);
});

prints.run();
