import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runAll } from '../../line-child/test/using.ts';
import { installed, whereFound } from '../../../conformance/test/where-found.ts';
import { AdapterError, type Run } from '../../../conformance/adapter.ts';
import { budget, programFrom } from '../../python/test/scenario-from-text.ts';
import { findMicroPython, micropythonAdapter, micropythonInstall } from '../micropython-adapter.ts';

const adapter = suite('the micropython adapter');
const withMicroPython = whereFound(adapter, installed(findMicroPython() !== null, 'MicroPython', micropythonInstall));

const runsOf = (texts: readonly string[], limits = {}): Promise<readonly Run[]> =>
  runAll(micropythonAdapter('micropython'), texts.map((text) => programFrom(text)), { ...budget, ...limits });

async function run(text: string, limits = {}): Promise<Run> {
  const [only] = await runsOf([text], limits);
  if (only === undefined) throw new Error('nothing was run');
  return only;
}

const observations = (run: Run | undefined): readonly unknown[] => (run?.kind === 'trace' ? run.trace.observations : [run]);

withMicroPython('its own answers are plain, and those that are worked out are marked', async () => {
  const seen = observations(await run(`
coroutines:
  worker:
    - return: 42
  main:
    - call: create_task(worker())
      as: t
    - check: t.done()
      is: false
    - check: t.result()
      raises: InvalidStateError
    - await: t
      is: 42
    - check: t.cancel()
      is: false
    - check: t.result()
      is: 42
    - check: list([t.exception(), t.cancelled()])
      is: [null, false]
    - check: t.done()
      is: true
    - check: current_task()
      is: t
`));
  assert.equal(seen, [
    { kind: 'value', step: 3, value: false },
    { kind: 'raised', step: 4, error: { error: 'InvalidStateError', args: ['...'] }, derived: true },
    { kind: 'value', step: 5, value: 42 },
    { kind: 'value', step: 6, value: false },
    { kind: 'value', step: 7, value: 42, derived: true },
    { kind: 'value', step: 8, value: [null, false], derived: true },
    { kind: 'value', step: 9, value: true },
    { kind: 'value', step: 10, value: { object: 'Task' } },
  ]);
});

withMicroPython('hours of sleep take no time, in the order of their sums', async () => {
  const seen = observations(await run(`
coroutines:
  late:
    - await: sleep(7200)
    - log: late
  early:
    - await: sleep(3600)
    - log: early
    - await: sleep(3599)
    - log: before late
  main:
    - call: create_task(late())
    - call: create_task(early())
    - await: sleep(10000)
`));
  assert.equal(seen.map((one) => (typeof one === 'object' && one !== null && 'step' in one ? one.step : one)), [4, 6, 2]);
});

withMicroPython('a loop with nothing left to run is stuck, one that runs too long is over its budget', async () => {
  const [stuck, budgeted, fine] = await runsOf([`
coroutines:
  itself:
    - call: current_task()
      as: me
    - log: begun
    - await: me
  main:
    - await: create_task(itself())
`, `
coroutines:
  main:
    - log: begun
    - await: sleep(90)
`, `
coroutines:
  main:
    - log: fine
`], { virtualSeconds: 60 });
  assert.equal(stuck, { kind: 'trace', trace: { observations: [{ kind: 'reached', step: 2 }], end: { kind: 'stuck' }, notes: [] } });
  assert.is(budgeted?.kind === 'budget' && budgeted.budget, 'virtual seconds');
  assert.is(fine?.kind, 'trace');
});

withMicroPython('cancelling a Task that awaits itself never returns; that costs one verdict', async () => {
  const runs = await runsOf([`
coroutines:
  itself:
    - await: t
  main:
    - call: create_task(itself())
      as: t
    - cycle: 1
    - log: before
    - call: t.cancel()
`, `
coroutines:
  main:
    - log: fine
`]);
  assert.is(runs[0]?.kind, 'hang');
  assert.equal(runs[0]?.kind === 'hang' && runs[0].partial.observations, [{ kind: 'reached', step: 4 }]);
  assert.is(runs[1]?.kind, 'trace');
});

withMicroPython('a Task that failed before it was awaited forgets why, and awaiting it again crashes; that costs one verdict', async () => {
  const failsBefore = (last: string): string => `
coroutines:
  child:
    - raise: ValueError('own text')
  parent:
    - await: c
      raises: ValueError
  main:
    - call: create_task(child())
      as: c
    - call: create_task(parent())
      as: p
    - await: p
    - check: ${last}
      raises: ValueError
`;
  const runs = await runsOf([failsBefore('c.exception()'), failsBefore('c.exception()').replace('check: c.exception()', 'await: c'), `
coroutines:
  main:
    - log: fine
`]);
  assert.equal(observations(runs[0])[1], { kind: 'raised', step: 6, error: { error: 'RuntimeError', args: ['...'] }, derived: true });
  assert.equal(runs.slice(1).map((run) => run.kind), ['crash', 'trace']);
});

withMicroPython('an exception that leaves drive is told with its step', async () => {
  const left = await run(`
coroutines:
  failing:
    - await: sleep(1)
    - raise: ValueError('own text')
  main:
    - await: failing()
`);
  assert.equal(left.kind === 'trace' && left.trace.end, { kind: 'raised', step: 2, error: { error: 'ValueError', args: ['own text'] } });
});

withMicroPython('a loop that is run twice goes on where it stood, and others do not run ahead', async () => {
  const seen = observations(await run(`
coroutines:
  other:
    - cycle: 1
    - log: the other went on
  main:
    - log: main
drive:
  - call: loop.create_task(other())
    as: t
  - call: loop.run_until_complete(main())
  - log: stands still
  - call: loop.run_until_complete(t)
  - check: t.done()
    is: true
`));
  assert.equal(seen.map((one) => (typeof one === 'object' && one !== null && 'step' in one ? one.step : one)), [3, 6, 2, 8]);
});

withMicroPython('what its language lacks is unsupported', async () => {
  const chained = await run(`
coroutines:
  main:
    - raise: ValueError('a')
      from: KeyError('b')
`);
  assert.equal(chained, { kind: 'unsupported', capability: 'python-syntax' });
});

adapter('a name that is none is refused', () => {
  assert.throws(() => micropythonAdapter('micropython:1.20'), (error: unknown) => error instanceof AdapterError && /no name of MicroPython/u.test(error.message));
});

adapter.run();
