import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Judged, Result } from '../../result.ts';
import { aDescription, aResult } from '../../test/made-up.ts';
import { exitCodeOf } from '../exit-code.ts';

const exiting = suite('exit codes');
const judged = (results: readonly Result[], about: Partial<Judged> = {}): Judged => ({
  name: 'fake', description: aDescription, target: '3.8', results, cutShort: false, ambiguous: [], ...about,
});
const good = judged([aResult({ scenario: 'a' })]);
const bad = judged([aResult({ scenario: 'a', weight: 'red', verdict: { kind: 'hang', milliseconds: 5 } })]);
const broken = judged([aResult({ scenario: 'a', weight: 'broken', verdict: { kind: 'adapter-error', message: '' } })]);
const silent = judged([aResult({ scenario: 'a', weight: 'grey', verdict: { kind: 'unsupported', capability: 'frames' } })]);
const wrong = judged([], { ambiguous: [{ scenario: 'a', variants: ['words', 'cpython'] }] });

exiting('0: all conform', () => assert.is(exitCodeOf([good, good]), 0));
exiting('1: one does not, or nothing could be judged', () => assert.equal([exitCodeOf([good, bad]), exitCodeOf([good, silent])], [1, 1]));
exiting('3: an adapter failed, which wins over 1', () => assert.is(exitCodeOf([bad, broken, good]), 3));
exiting('130: somebody stopped it, which wins over both', () => assert.is(exitCodeOf([bad, broken, judged([], { cutShort: true })]), 130));
exiting('2: the specification is wrong, which wins over all', () => assert.is(exitCodeOf([judged([], { cutShort: true }), wrong]), 2));
exiting('never the number of failures', () => assert.is(exitCodeOf(Array.from({ length: 256 }, () => bad)), 1));

exiting.run();
