import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSpec } from '../load/load-spec.ts';
import type { Judged, Result } from '../result.ts';
import { notTrue, stale, stampedVersion, stampsOf, stampText, unstamped, writeStamps } from '../stamps.ts';
import type { Stamps } from '../stamps.ts';
import { aDescription, aResult, aScenario } from './made-up.ts';

const stamping = suite('stamps');
const judged = (...results: readonly Result[]): Judged => ({
  name: 'fake', description: aDescription, target: '3.7', results, cutShort: false, ambiguous: [],
});
const folder = fileURLToPath(new URL('../../spec', import.meta.url));

stamping('every scenario of the suite has a stamp of what it is now, and no stamp is left over', () => {
  const { spec } = loadSpec(folder);
  const stamps: Stamps = JSON.parse(readFileSync(`${folder}/stamps/${stampedVersion}.json`, 'utf8'));
  assert.equal(unstamped(spec.scenarios, stamps), []);
  assert.equal(stale(spec.scenarios, stamps), []);
  assert.equal(notTrue(stamps), []);
});

stamping('a stamp is the kind of the verdict, and the outcome that fitted', () => {
  assert.is(stampText(aResult({ scenario: 'a' })), 'pass');
  assert.is(stampText(aResult({ scenario: 'a', verdict: { kind: 'pass', variant: 'cpython<3.8' } })), 'pass (cpython<3.8)');
  assert.is(stampText(aResult({ scenario: 'a', verdict: { kind: 'hang', milliseconds: 5 } })), 'hang');
});

stamping('the C and the pure-Python Task are stamped side by side, by digest', () => {
  const hung = aResult({ scenario: 'a', verdict: { kind: 'hang', milliseconds: 5 } });
  assert.equal(stampsOf(judged(aResult({ scenario: 'a' }), aResult({ scenario: 'b' })), judged(hung)), {
    'digest of a': { scenario: 'a', c: 'pass', pure: 'hang' }, 'digest of b': { scenario: 'b', c: 'pass', pure: 'not-run' },
  });
});

stamping('a scenario that changed has no stamp, and its old one is stale', () => {
  const stamps: Stamps = { old: { scenario: 'done/one', c: 'pass', pure: 'pass' } };
  assert.equal(unstamped([aScenario({ id: 'done/one' })], stamps), ['done/one']);
  assert.equal(stale([aScenario({ id: 'done/one' })], stamps), ['done/one']);
});

stamping('what either Task does not pass is not true', () => {
  const stamps: Stamps = {
    1: { scenario: 'a', c: 'pass', pure: 'pass (cpython+pure)' }, 2: { scenario: 'b', c: 'fail', pure: 'pass' }, 3: { scenario: 'c', c: 'pass', pure: 'hang' },
  };
  assert.equal(notTrue(stamps).map(({ scenario }) => scenario), ['b', 'c']);
});

stamping('the file has a line for each, sorted by scenario', () => {
  const stamps: Stamps = { 1: { scenario: 'b', c: 'pass', pure: 'pass' }, 2: { scenario: 'a', c: 'pass', pure: 'pass' } };
  const text = writeStamps(stamps);
  assert.equal(JSON.parse(text), stamps);
  assert.is(text, '{\n  "2": {"scenario":"a","c":"pass","pure":"pass"},\n  "1": {"scenario":"b","c":"pass","pure":"pass"}\n}\n');
});

stamping.run();
