// uvloop is judged on a clock of ours in its own queue: order, passes and being stuck must be as exact as elsewhere.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runAll } from '../../line-child/test/using.ts';
import { installed, whereFound } from '../../../conformance/test/where-found.ts';
import { AdapterError, type Run } from '../../../conformance/adapter.ts';
import { budget, programFrom } from '../../python/test/scenario-from-text.ts';
import { findUvloop, uvloopAdapter, uvloopInstall } from '../uvloop-adapter.ts';

const adapter = suite('the uvloop adapter');
const withUvloop = whereFound(adapter, installed((await findUvloop()) !== null, 'uvloop', uvloopInstall));

const runsOf = (texts: readonly string[], name = 'uvloop', limits = {}): Promise<readonly Run[]> =>
  runAll(uvloopAdapter(name), texts.map((text) => programFrom(text)), { ...budget, ...limits });

const steps = (run: Run | undefined): readonly unknown[] =>
  run?.kind === 'trace' ? run.trace.observations.map((one) => (one.kind === 'value' ? one.value : one.step)) : [run?.kind];

withUvloop('the loop is uvloop, under the C Task and the pure-Python one', async () => {
  for (const [name, task] of [['uvloop', '_asyncio.Task'], ['uvloop+pure', 'asyncio.tasks.Task']] as const) {
    const session = await uvloopAdapter(name).start();
    assert.is(session.description.task, task);
    assert.match(session.description.environment['loop'] ?? '', /^uvloop \d/u);
    await session.stop();
  }
});

const sleepers = `
coroutines:
  late:
    - await: sleep(3)
    - log: three
  early:
    - await: sleep(1)
    - log: one
    - await: sleep(1)
    - log: two
    - await: sleep(2)
    - log: four
  main:
    - call: create_task(late())
    - call: create_task(early())
    - cycle: 300
    - log: nothing was due meanwhile
    - await: sleep(3600)
    - check: loop.time()
      is: 3600
`;

withUvloop('timers fire in the order of their sums, whatever the loop did meanwhile, and nobody waits', async () => {
  const [run] = await runsOf([sleepers]);
  // The steps by their order in the text: late 1-2, early 3-8, main 9-14.
  assert.equal(steps(run), [12, 4, 6, 2, 8, 3600]);
});

withUvloop('a timer that another one of its moment cancels is not heard, and one cancelled early makes no time pass', async () => {
  const [run] = await runsOf([`
futures: [f]
coroutines:
  main:
    - await: wait_for(sleep(1), 5)
    - await: sleep(1)
    - check: loop.time()
      is: 2
    - await: f
`]);
  assert.equal(run?.kind === 'trace' && run.trace.end, { kind: 'stuck' });
  assert.equal(steps(run), [2]);
});

withUvloop('a pass that is asked for from outside is one pass, and no time passes in it', async () => {
  const [run] = await runsOf([`
coroutines:
  worker:
    - log: first
    - cycle: 1
    - log: second
    - cycle: 1
    - log: third
    - await: sleep(1)
    - log: fourth
drive:
  - call: loop.create_task(worker())
    as: t
  - cycle: 1
  - log: after one
  - cycle: 1
  - log: after two
  - cycle: 3
  - log: after five
  - check: loop.time()
    is: 0
  - cycle: idle
  - check: loop.time()
    is: 1
`]);
  assert.equal(steps(run), [1, 10, 3, 12, 5, 14, 0, 7, 1]);
});

withUvloop('loop steps and virtual seconds are limited', async () => {
  const runs = await runsOf(['cycle: 900', 'await: sleep(200)'].map((step) => `
coroutines:
  main:
    - log: begun
    - ${step}
    - log: never
`), 'uvloop', { loopSteps: 50, virtualSeconds: 100 });
  assert.equal(runs.map((run) => run.kind === 'budget' && run.budget), ['loop steps', 'virtual seconds']);
  assert.equal(runs.map((run) => run.kind === 'budget' && run.partial.observations), [[{ kind: 'reached', step: 1 }], [{ kind: 'reached', step: 1 }]]);
});

withUvloop('loops that a program opens are uvloop too, and what leaves the loop ends the program', async () => {
  const runs = await runsOf([`
coroutines:
  main:
    - await: sleep(5)
    - check: loop.is_running()
      is: false
drive:
  - call: run(main())
`, `
coroutines:
  main:
    - raise: SystemExit(3)
`]);
  assert.equal(steps(runs[0]), [false]);
  assert.equal(runs[1]?.kind === 'trace' && runs[1].trace.end, { kind: 'raised', step: 1, error: { error: 'SystemExit', args: [3] } });
});

adapter('a name that is none is refused, and a Python without uvloop says what to install', async () => {
  assert.throws(() => uvloopAdapter('uvloop+eager'), (error: unknown) => error instanceof AdapterError && /no name of uvloop/u.test(error.message));
  try {
    await uvloopAdapter('uvloop:/no/such/python3').start();
    assert.unreachable();
  } catch (error) {
    assert.instance(error, AdapterError);
  }
});

adapter.run();
