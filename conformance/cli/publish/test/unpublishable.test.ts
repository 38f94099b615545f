import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Judged } from '../../../result.ts';
import { aDescription, aResult } from '../../../test/made-up.ts';
import { unpublishable } from '../unpublishable.ts';

const fit = suite('results that are fit to be published');
const plain = { ...aDescription, environment: {} };
const judged = (change: Partial<Judged>): Judged => ({ name: 'one', description: plain, target: '3.8', results: [aResult({ scenario: 'a' })], cutShort: false, ambiguous: [], ...change });

fit('one that conforms is, and one that does not', () => {
  const fails = aResult({ scenario: 'a', weight: 'red', verdict: { kind: 'hang', milliseconds: 5000 } });
  assert.equal(unpublishable([judged({}), judged({ results: [fails] })]), []);
});

fit('what was cut short, broken, flaky or swayed is not, and the reason is told', () => {
  const broken = aResult({ scenario: 'a', weight: 'broken', verdict: { kind: 'adapter-error', message: 'it is not here' } });
  const swayed = { ...aDescription, environment: { PYTHONPATH: 'x' } };
  assert.equal(unpublishable([judged({ cutShort: true })]), ['one: cut short; taskspec run "one" says why']);
  assert.equal(unpublishable([judged({ description: null, results: [broken] })]), ['one: failed; taskspec run "one" says why']);
  assert.match(unpublishable([judged({ results: [aResult({ scenario: 'a', flaky: true })] })])[0] ?? '', /^one is flaky in a: /u);
  assert.match(unpublishable([judged({ description: swayed })])[0] ?? '', /with PYTHONPATH set/u);
});

fit.run();
