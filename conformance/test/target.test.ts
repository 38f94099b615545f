import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compareTargets, isTarget } from '../target.ts';

const target = suite('targets');

target('versions are compared as numbers, not as letters', () => {
  assert.ok(compareTargets('3.9', '3.10') < 0);
  assert.ok(compareTargets('3.10', '3.9') > 0);
  assert.ok(compareTargets('2.7', '3.0') < 0);
  assert.is(compareTargets('3.8', '3.8'), 0);
});

target('a patch level does not count, and what is no number is the oldest', () => {
  assert.is(compareTargets('3.7.16', '3.7'), 0);
  assert.ok(compareTargets('', '3.7') < 0);
  assert.ok(compareTargets('3', '3.7') < 0);
});

target('a target is a Python 3 without a patch level', () => {
  assert.equal(['3.7', '3.14', '3', '3.7.16', '2.7', 'x', '3.', '-3.7', '3.100'].filter(isTarget), ['3.7', '3.14']);
});

target.run();
