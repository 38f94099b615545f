// Tests of what V8 is told of how long a run is.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { expectShortRun } from '../short-run.ts';

const shortRun = suite('short run');

function flagsFor(version: string): readonly string[] {
  const flags: string[] = [];
  expectShortRun(version, (flag) => flags.push(flag));
  return flags;
}

shortRun('the V8 of Node 20 is told to wait before it optimises', () => {
  assert.equal(flagsFor('11.3.244.8-node.46'), ['--interrupt-budget=1000000']);
});

shortRun('a V8 that would complain of the flag is told nothing', () => {
  assert.equal(flagsFor('12.4.254.21-node.57'), []);
  assert.equal(flagsFor('13.6.233.17-node.53'), []);
  assert.equal(flagsFor('110.1'), []);
});

shortRun.run();
