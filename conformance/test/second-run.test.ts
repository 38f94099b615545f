import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Run } from '../adapter.ts';
import { defaultBudget } from '../run.ts';
import { explain } from '../second-run.ts';
import type { Note } from '../trace.ts';
import type { Divergence } from '../verdict.ts';
import { aResult, aScenario, aSession, saw, traced } from './made-up.ts';

const second = suite('the second run');
const limits = { budget: defaultBudget, signal: undefined };
const note: Note = { kind: 'created', cycle: 0, task: 't' };
const divergence: Divergence = {
  kind: 'value', step: 2, nth: 1, clause: 'task.done.one', expected: 'True', seen: 'False', value: false, after: 1,
};
const scenarios = ['a', 'b', 'c', 'd'].map((id) => aScenario({ id }));
const failed = (scenario: string, kind: Divergence['kind'] = 'value'): ReturnType<typeof aResult> => aResult({
  scenario, verdict: { kind: 'fail', variant: '', divergence: { ...divergence, kind } }, weight: 'red',
  evidence: { observations: saw(true, false).observations, end: { kind: 'ended' }, notes: [], output: '' },
});
const noted = (...values: readonly boolean[]): Run & { readonly kind: 'trace' } => ({ kind: 'trace', trace: { ...saw(...values), notes: [note] } });

second('only what failed is run again, and it gets the notes', async () => {
  const session = aSession(() => noted(true, false));
  const hung = aResult({ scenario: 'c', verdict: { kind: 'hang', milliseconds: 5 }, weight: 'red' });
  const results = await explain(session, scenarios.slice(0, 3), [aResult({ scenario: 'a' }), failed('b'), hung], limits);
  assert.equal(session.asked, ['b with notes']);
  assert.equal(results.map(({ evidence }) => evidence?.notes ?? null), [null, [note], null]);
  assert.equal(results.map(({ flaky }) => flaky), [false, false, false]);
});

second('what the second run has to say besides is kept for whoever reads the failure', async () => {
  const session = aSession(() => ({ ...noted(true, false), output: 'TypeError in a callback' }));
  const [result] = await explain(session, scenarios.slice(0, 1), [failed('a')], limits);
  assert.is(result?.evidence?.output, 'TypeError in a callback');
});

second('a pass now means flaky, and the first verdict stands', async () => {
  const [result] = await explain(aSession(() => noted(true, true)), scenarios.slice(0, 1), [failed('a')], limits);
  assert.is(result?.flaky, true);
  assert.is(result?.verdict.kind, 'fail');
});

second('what was derived is derived again, which is not flaky', async () => {
  const [result] = await explain(aSession(() => noted(true, true)), scenarios.slice(0, 1), [failed('a', 'derived')], limits);
  assert.is(result?.flaky, false);
});

second('a failure without evidence stays so', async () => {
  const [result] = await explain(aSession(() => noted(true, false)), scenarios.slice(0, 1), [{ ...failed('a'), evidence: null }], limits);
  assert.is(result?.evidence, null);
});

second('an implementation that breaks is left in peace, and the first evidence stands', async () => {
  const session = aSession((id) => (id === 'c' ? traced(true, false) : { kind: 'crash', how: 'signal', partial: { observations: [], notes: [note], output: '' } }));
  const results = await explain(session, scenarios, scenarios.map(({ id }) => failed(id)), limits);
  assert.equal(results.map(({ evidence }) => evidence?.notes.length), [0, 0, 0, 0]);
  assert.equal(results.map(({ evidence }) => evidence?.observations.length), [2, 2, 2, 2]);
});

second.run();
