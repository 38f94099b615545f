import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { derivedOnly } from '../derived.ts';
import type { Trace } from '../trace.ts';
import { aScenario, saw } from './made-up.ts';

const derived = suite('derived observations');
const { expectation } = aScenario({ id: 'done/one', clauses: ['task.done.one', 'task.done.side'] });
const second: Trace = {
  ...saw(true),
  observations: [
    { kind: 'value', step: 1, value: true }, { kind: 'reached', step: 9 }, { kind: 'value', step: 2, value: true, derived: true },
  ],
};

derived('the first one that a must rests on is named', () => {
  const found = derivedOnly(expectation, second, () => 'must');
  assert.equal([found?.kind, found?.step, found?.nth, found?.clause, found?.after], ['derived', 2, 1, 'task.done.side', 2]);
});

derived('an exception can be derived too', () => {
  const trace: Trace = { ...second, observations: [{ kind: 'raised', step: 1, error: { error: 'ValueError', args: [] }, derived: true }] };
  assert.is(derivedOnly(expectation, trace, () => 'must')?.step, 1);
});

derived('where nothing is demanded it may stand', () => {
  assert.is(derivedOnly(expectation, second, (clause) => (clause === 'task.done.side' ? 'observed' : 'must')), null);
});

derived('what the implementation answered itself is enough', () => {
  assert.is(derivedOnly(expectation, saw(true, true), () => 'must'), null);
});

derived.run();
