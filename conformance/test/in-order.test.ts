import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Run, Session } from '../adapter.ts';
import { inOrder } from '../in-order.ts';
import { defaultBudget } from '../run.ts';
import { aDescription, aScenario, aSession, traced } from './made-up.ts';

const ordering = suite('in order');
const programs = Array.from({ length: 40 }, (_, index) => aScenario({ id: `done/n${index}` }).program);

const collect = async (session: Session, signal?: AbortSignal): Promise<readonly Run[]> => {
  const runs: Run[] = [];
  for await (const run of inOrder(session, programs, { budget: defaultBudget, notes: false, signal })) runs.push(run);
  return runs;
};

/** A session whose answers the test gives by hand. */
const byHand = (): { session: Session; answers: ((run: Run) => void)[] } => {
  const answers: ((run: Run) => void)[] = [];
  const session: Session = {
    description: aDescription, stop: async () => undefined, run: () => new Promise((resolve) => answers.push(resolve)),
  };
  return { session, answers };
};

ordering('several programs are under way before the first answer, but not all', async () => {
  const { session, answers } = byHand();
  const runs = inOrder(session, programs, { budget: defaultBudget, notes: false, signal: undefined });
  const first = runs.next();
  await Promise.resolve();
  assert.is(answers.length, 32);
  answers[1]?.(traced(false));
  answers[0]?.(traced(true));
  assert.equal((await first).value, traced(true));
  assert.equal((await runs.next()).value, traced(false));
  assert.is(answers.length, 33);
});

ordering('every program is asked once and answered once', async () => {
  const session = aSession(() => undefined);
  assert.is((await collect(session)).length, 40);
  assert.equal(session.asked, programs.map(({ texts: [name] }) => name));
});

ordering('an answer that never comes does not keep the signal waiting', async () => {
  const controller = new AbortController();
  const { session, answers } = byHand();
  const all = collect(session, controller.signal);
  await Promise.resolve();
  answers[0]?.(traced(true));
  await new Promise((resolve) => setImmediate(resolve));
  controller.abort();
  const runs = await all;
  assert.is(runs.length, 40);
  assert.equal(runs.map(({ kind }) => kind), ['trace', ...Array.from({ length: 39 }, () => 'not-run')]);
});

ordering('once the signal is given nothing is asked any more', async () => {
  const session = aSession(() => undefined);
  assert.ok((await collect(session, AbortSignal.abort())).every(({ kind }) => kind === 'not-run'));
  assert.equal(session.asked, []);
});

ordering('a session that rejects costs its program and no other', async () => {
  const session = aSession((name) => {
    if (name === 'done/n1') throw new Error('against the promise');
    // Not everything that is thrown is an error.
    if (name === 'done/n2') throw 'a text';
    return undefined;
  });
  const runs = await collect(session);
  assert.equal(runs[1], { kind: 'adapter-error', message: 'the adapter threw: against the promise' });
  assert.equal(runs[2], { kind: 'adapter-error', message: 'the adapter threw: a text' });
  assert.is(runs[3]?.kind, 'trace');
});

ordering.run();
