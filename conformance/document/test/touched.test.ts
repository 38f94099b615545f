import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { aScenario } from '../../test/made-up.ts';
import { driftOf } from '../drift.ts';
import { touchedBy } from '../touched.ts';
import { aLedger, aPage } from './made-up-ledger.ts';
import { newRst } from './made-up-pages.ts';

const touching = suite('what a drift touches');

touching('clauses of what changed, their scenarios once each, and sums of all', () => {
  const drift = driftOf(aLedger, [aPage(newRst)]);
  if (drift === null) throw new Error('the page does not define Task');
  const scenarios = [
    aScenario({ id: 'class/both', clauses: ['task.class.s0', 'task.class.s2'] }), aScenario({ id: 'class/second', clauses: ['task.class.s2'] }),
    aScenario({ id: 'done/other', clauses: ['task.done.s1'] }),
  ];
  const { of, totals } = touchedBy(drift, { scenarios });
  const [changed] = aLedger.rows.filter(({ id }) => id === 'class.2');
  if (changed === undefined) throw new Error('the row is not there');
  assert.equal(of(changed), { clauses: ['task.class.s2'], scenarios: ['class/both', 'class/second'] });
  assert.equal(of({ ...changed, standing: { kind: 'informative', reason: 'It is so.' }, observed: ['task.done.s1'] }), { clauses: ['task.done.s1'], scenarios: ['done/other'] });
  assert.equal(totals, { unchanged: 15, reworded: 3, moved: 0, gone: 0, unseen: 2, new: 2, normative: 2, clauses: 2, scenarios: 2 });
});

touching.run();
