import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { totalsOf } from '../totals.ts';
import { verdictKinds } from '../verdict.ts';
import { aResult } from './made-up.ts';

const totals = suite('totals');

totals('every kind of verdict has its own number, also where it is zero', () => {
  assert.equal(Object.keys(totalsOf([]).verdicts).sort(), [...verdictKinds].sort());
});

totals('they add up to what was selected', () => {
  const results = [
    aResult({ scenario: 'a' }), aResult({ scenario: 'b', flaky: true, weight: 'red', verdict: { kind: 'hang', milliseconds: 5 } }),
    aResult({ scenario: 'c', weight: 'grey', verdict: { kind: 'unsupported', capability: 'frames' } }),
  ];
  const { selected, verdicts, weights, flaky } = totalsOf(results);
  assert.equal([selected, verdicts.pass, verdicts.hang, verdicts.unsupported, flaky], [3, 1, 1, 1, 1]);
  for (const counts of [verdicts, weights]) assert.is(Object.values(counts).reduce((sum, count) => sum + count, 0), selected);
});

totals.run();
