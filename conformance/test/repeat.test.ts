import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Run } from '../adapter.ts';
import { runRepeatedly } from '../repeat.ts';
import { aClause, aScenario, aSession, aSpec, traced } from './made-up.ts';

const repeating = suite('repeated runs');
const spec = aSpec([aClause({ id: 'task.done.one' })], [aScenario({ id: 'a' }), aScenario({ id: 'b' })]);

/** Answers for `a` one after the other, then passes. */
const answering = (...answers: readonly Run[]) => {
  const left = [...answers];
  return aSession((id) => (id === 'a' ? left.shift() : undefined));
};
const outcome = async (times: number, ...answers: readonly Run[]): Promise<string> => {
  const { results } = await runRepeatedly(answering(...answers), spec, spec.scenarios, times);
  assert.equal(results.map(({ scenario }) => scenario), ['a', 'b']);
  assert.equal(results[1]?.flaky, false);
  return `${results[0]?.verdict.kind}${results[0]?.flaky === true ? ', flaky' : ''}`;
};

repeating('what comes out the same each time is not flaky', async () => {
  assert.is(await outcome(3), 'pass');
  // Each failure is run once more for its notes, which must fail as well.
  assert.is(await outcome(2, traced(false, true), traced(false, true), traced(false, true), traced(false, true)), 'fail');
});

repeating('a failure is not hidden by passes before it or behind it', async () => {
  assert.is(await outcome(3, traced(true, true), traced(false, true), traced(false, true)), 'fail, flaky');
  assert.is(await outcome(3, traced(true, true), traced(true, true), { kind: 'crash', partial: { observations: [], notes: [], output: '' }, how: 'signal' }), 'crash, flaky');
});

repeating('failing in two ways is flaky, too', async () => {
  assert.is(await outcome(2, traced(false, true), traced(false, true), traced(true, false), traced(true, false)), 'fail, flaky');
});

repeating('messages may differ: they can name addresses', async () => {
  const hang = (milliseconds: number): Run => ({ kind: 'hang', partial: { observations: [], notes: [], output: '' }, milliseconds });
  assert.is(await outcome(2, hang(1), hang(2)), 'hang');
});

repeating('once cut short it goes no further', async () => {
  const controller = new AbortController();
  const session = aSession(() => {
    controller.abort();
    return undefined;
  });
  const judged = await runRepeatedly(session, spec, spec.scenarios, 5, { signal: controller.signal });
  assert.ok(judged.cutShort);
  assert.ok(session.asked.length <= 2);
});

repeating('an ambiguity that only a later run found is told', async () => {
  const either = aSpec([aClause({ id: 'task.done.one' })], [aScenario({ id: 'a' }, ['one', 'other'])]);
  const both = { ...either, scenarios: either.scenarios.map((scenario) => ({ ...scenario, expectation: { ...scenario.expectation, steps: scenario.expectation.steps.slice(0, 1) } })) };
  const answers = [traced(false), traced(false), traced(true)];
  const { ambiguous, results } = await runRepeatedly(aSession(() => answers.shift()), both, both.scenarios, 2);
  assert.equal(ambiguous, [{ scenario: 'a', variants: ['one', 'other'] }]);
  assert.is(results[0]?.flaky, true);
});

repeating.run();
