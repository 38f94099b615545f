// Whole Programs in process: how they end, what they are allowed, what is told of them.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Budget, Run } from '../../../conformance/adapter.ts';
import { defaultBudget } from '../../../conformance/run.ts';
import * as reference from '../../../reference/index.ts';
import { scenarioOf } from '../../interpreter/test/verdicts.ts';
import { bindReference, referenceAdapter } from '../../reference/reference-adapter.ts';
import { inProcessAdapter } from '../session.ts';

const session = suite('programs in process');

async function runOf(text: string, budget: Partial<Budget> = {}, notes = false): Promise<Run> {
  const started = await referenceAdapter().start();
  try {
    return await started.run(scenarioOf(text).program, { ...defaultBudget, ...budget }, { notes });
  } finally {
    await started.stop();
  }
}

session('a loop with nothing ready and no timer is stuck, and what was seen is kept', async () => {
  const run = await runOf(`
futures: [f]
coroutines:
  main:
    - log: waits
    - await: f`);
  assert.equal(run, { kind: 'trace', trace: { observations: [{ kind: 'reached', step: 1 }], end: { kind: 'stuck' }, notes: [] } });
});

session('an error that leaves drive is the end, with its step', async () => {
  const run = await runOf(`
drive:
  - call: loop.time()
  - raise: ValueError('out')`);
  assert.is(run.kind === 'trace' && run.trace.end.kind, 'raised');
  assert.equal(run.kind === 'trace' && run.trace.end, { kind: 'raised', step: 2, error: { error: 'ValueError', args: ['out'] } });
});

session('an error text that is not the program’s own is not told', async () => {
  const run = await runOf(`
coroutines:
  main:
    - call: create_task(sleep(1))
      as: t
    - check: t.result()
      raises: InvalidStateError`);
  const [seen] = run.kind === 'trace' ? run.trace.observations : [];
  assert.equal(seen, { kind: 'raised', step: 2, error: { error: 'InvalidStateError', args: ['...'] } });
});

session('a program that takes more passes than allowed is over its budget, with what it showed until then', async () => {
  const run = await runOf(`
coroutines:
  main:
    - log: begun
    - cycle: 900`, { loopSteps: 100 });
  assert.is(run.kind, 'budget');
  assert.is(run.kind === 'budget' && run.budget, 'loop steps');
  assert.equal(run.kind === 'budget' && run.partial.observations, [{ kind: 'reached', step: 1 }]);
});

session('a loop that run() makes counts its passes and is silent, too', async () => {
  const { error: write } = console;
  const written: unknown[] = [];
  console.error = (...told: readonly unknown[]): void => void written.push(told);
  try {
    const run = await runOf(`
coroutines:
  failing:
    - try:
        - await: sleep(5)
      finally:
        - raise: ValueError('nobody asks')
  main:
    - call: create_task(failing())
    - cycle: 1
  long:
    - cycle: 900
drive:
  - call: run(main())
  - log: it has ended
  - call: run(long())`, { loopSteps: 100 });
    assert.is(run.kind === 'budget' && run.budget, 'loop steps');
    assert.equal(run.kind === 'budget' && run.partial.observations, [{ kind: 'reached', step: 8 }]);
  } finally {
    console.error = write;
  }
  assert.equal(written, []);
});

session('a program that waits longer than allowed is over its budget', async () => {
  const run = await runOf(`
coroutines:
  main:
    - await: sleep(3600)
    - cycle: 1`, { virtualSeconds: 60 });
  assert.is(run.kind === 'budget' && run.budget, 'virtual seconds');
});

session('what only Python can run is unsupported, and names what is lacking', async () => {
  const run = await runOf(`
coroutines:
  guard:
    - yield
  main:
    - async with: guard()
      do:
        - log: inside`);
  assert.equal(run, { kind: 'unsupported', capability: 'python-syntax' });
});

session('a word that a binding lacks is unsupported', async () => {
  const binding = bindReference(reference);
  const poor = inProcessAdapter('poor', { ...binding, words: new Map([...binding.words].filter(([word]) => word !== 'gather')) });
  const started = await poor.start();
  const { program } = scenarioOf(`
coroutines:
  main:
    - await: gather(sleep(1))`);
  assert.equal(await started.run(program, defaultBudget, { notes: false }), { kind: 'unsupported', capability: 'gather' });
});

session('a mistake of the binding is an adapter error, and the next program runs', async () => {
  const binding = bindReference(reference);
  let broken = true;
  const flawed = inProcessAdapter('flawed', {
    ...binding,
    future: (loop) => {
      if (broken) throw new TypeError('of the binding');
      return binding.future?.(loop) ?? loop;
    },
  });
  const started = await flawed.start();
  const { program } = scenarioOf(`
futures: [f]
coroutines:
  main:
    - check: f.done()
      is: false`);
  const run = await started.run(program, defaultBudget, { notes: false });
  assert.is(run.kind, 'adapter-error');
  assert.match(run.kind === 'adapter-error' ? run.message : '', /mistake in the adapter flawed/u);
  broken = false;
  assert.is((await started.run(program, defaultBudget, { notes: false })).kind, 'trace');
});

session('a session that was stopped runs nothing', async () => {
  const started = await referenceAdapter().start();
  await started.stop();
  const { program } = scenarioOf(`
coroutines:
  main:
    - log: never`);
  assert.is((await started.run(program, defaultBudget, { notes: false })).kind, 'not-run');
});

session('an unfinished task of one program is not heard of in the next', async () => {
  const started = await referenceAdapter().start();
  const first = scenarioOf(`
coroutines:
  left:
    - try:
        - await: sleep(3600)
      finally:
        - never: cleaned up in another program
  main:
    - call: create_task(left())
    - cycle: 1`);
  const second = scenarioOf(`
coroutines:
  main:
    - check: Task.all_tasks()
      times: 1
      lacks: [null]
    - await: sleep(7200)`);
  await started.run(first.program, defaultBudget, { notes: false });
  const run = await started.run(second.program, defaultBudget, { notes: false });
  const [seen] = run.kind === 'trace' ? run.trace.observations : [];
  assert.equal(seen, { kind: 'value', step: 1, value: { set: [{ object: 'Task' }] } });
  assert.is(run.kind === 'trace' && run.trace.observations.length, 1);
});

session('notes tell when a task was created, waited, was asked to cancel, was told, and was done', async () => {
  const text = `
futures: [f]
coroutines:
  worker:
    - await: f
  main:
    - call: create_task(worker())
      as: t
    - cycle: 1
    - check: t.cancel()
      is: true
    - await: t
      raises: CancelledError`;
  const run = await runOf(text, {}, true);
  const notes = run.kind === 'trace' ? run.trace.notes.filter(({ task }) => task === 'worker#1') : [];
  assert.equal(notes.map(({ kind }) => kind), ['created', 'resumed', 'suspended', 'requested', 'resumed', 'delivered', 'done']);
  const cycles = notes.map(({ cycle }) => cycle);
  assert.equal([...cycles].sort((one, other) => one - other), cycles);
  const without = await runOf(text);
  assert.equal(without.kind === 'trace' && without.trace.observations, run.kind === 'trace' && run.trace.observations);
});

session.run();
