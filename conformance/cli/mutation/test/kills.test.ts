// How strongly a mutant is noticed follows from verdict and level, and survives the way through Stryker.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Verdict } from '../../../verdict.ts';
import { groundOf, killsOf, readKills, writeKills } from '../kills.ts';

const kills = suite('kills');

const fail: Verdict = {
  kind: 'fail', variant: '',
  divergence: { kind: 'value', step: 1, nth: 1, clause: 'task.done.not-done', expected: 'True', seen: 'False', value: null, after: 1 },
};

kills('a failure counts as its clause binds', () => {
  assert.equal(
    (['must', 'should', 'may', 'observed', 'contested'] as const).map((level) => groundOf(fail, level)),
    ['must', 'should', 'observed', 'observed', 'observed'],
  );
});

kills('a pass, and what is not for this implementation, notices nothing', () => {
  assert.is(groundOf({ kind: 'pass', variant: '' }, 'must'), null);
  assert.is(groundOf({ kind: 'unsupported', capability: 'warnings' }, 'must'), null);
  assert.is(groundOf({ kind: 'not-applicable', clause: 'task.all_tasks.result', target: '3.9', owed: 'before 3.9' }, 'must'), null);
});

kills('a spent budget is endless whatever the clause; an adapter that fails is broken', () => {
  assert.is(groundOf({ kind: 'budget', budget: 'loop steps' }, 'observed'), 'endless');
  assert.is(groundOf({ kind: 'hang', milliseconds: 1 }, 'observed'), 'endless');
  assert.is(groundOf({ kind: 'adapter-error', message: 'no reference' }, 'must'), 'broken');
  assert.is(groundOf({ kind: 'not-run', reason: 'two outcomes fit at once' }, 'must'), 'broken');
});

kills('what is written is read again', () => {
  const some = killsOf([['done/returned', 'must'], ['class/alternation', 'observed'], ['done/raised', 'must']]);
  assert.equal(some.must, ['done/returned', 'done/raised']);
  assert.equal(readKills(writeKills(some)), some);
});

kills('a text that is none is refused', () => {
  assert.throws(() => readKills('null'), /kills were expected/u);
  assert.throws(() => readKills('{"must": []}'), /lack 'should'/u);
});

kills.run();
