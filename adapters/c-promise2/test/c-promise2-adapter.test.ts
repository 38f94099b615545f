import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runAll } from '../../line-child/test/using.ts';
import { installed, whereFound } from '../../../conformance/test/where-found.ts';
import { AdapterError, type Run } from '../../../conformance/adapter.ts';
import { budget, programFrom } from '../../python/test/scenario-from-text.ts';
import { cPromiseAdapter, cPromiseInstall, findCPromise } from '../c-promise2-adapter.ts';

const adapter = suite('the c-promise2 adapter');
const withLibrary = whereFound(adapter, installed(findCPromise() !== null, 'c-promise2', cPromiseInstall));

const runsOf = (texts: readonly string[], limits = {}): Promise<readonly Run[]> =>
  runAll(cPromiseAdapter('c-promise2'), texts.map((text) => programFrom(text)), { ...budget, ...limits });

const seen = (run: Run | undefined): readonly unknown[] =>
  run?.kind === 'trace' ? run.trace.observations.map((one) => (one.kind === 'value' ? one.value : one.kind === 'raised' ? one.error : one.step)) : [run];

withLibrary('a request is thrown in at the wait, and may be denied', async () => {
  const [run] = await runsOf([`
coroutines:
  worker:
    - try:
        - await: sleep(3600)
      except CancelledError:
        - log: told
    - return: 42
  main:
    - call: create_task(worker())
      as: t
    - cycle: 1
    - check: t.cancel()
      is: true
    - await: t
      is: 42
    - check: t.cancelled()
      is: false
    - check: t.cancel()
      is: false
`]);
  assert.equal(seen(run), [true, 3, 42, false, false]);
});

withLibrary('a promise that nobody settles is stuck, and futures are settled from outside', async () => {
  const runs = await runsOf([`
futures: [f]
coroutines:
  main:
    - log: waits
    - await: f
`, `
futures: [f]
coroutines:
  worker:
    - await: f
      is: 7
  main:
    - call: create_task(worker())
      as: t
    - cycle: 1
    - call: f.set_result(7)
    - await: t
`]);
  assert.equal(runs[0]?.kind === 'trace' && runs[0].trace.end, { kind: 'stuck' });
  assert.equal(seen(runs[1]), [7]);
});

withLibrary('a Task that fails and is never awaited ends no process; budgets hold; what is lacking is unsupported', async () => {
  const runs = await runsOf([`
coroutines:
  failing:
    - raise: ValueError('nobody hears')
  main:
    - call: create_task(failing())
    - cycle: 2
    - log: fine
`, `
coroutines:
  main:
    - await: sleep(90)
    - cycle: 1
`, `
coroutines:
  main:
    - cycle: 90
`, `
coroutines:
  main:
    - await: shield(sleep(1))
`], { loopSteps: 50, virtualSeconds: 60 });
  assert.equal(seen(runs[0]), [4]);
  assert.equal(runs.slice(1, 3).map((run) => run.kind === 'budget' && run.budget), ['virtual seconds', 'loop steps']);
  assert.equal(runs[3], { kind: 'unsupported', capability: 'shield' });
});

withLibrary('an endless loop costs one verdict', async () => {
  const nested = (depth: number, inner: string): string =>
    depth === 0 ? inner : `\n${' '.repeat(24 - depth * 4)}- repeat: 1000\n${' '.repeat(26 - depth * 4)}do:${nested(depth - 1, inner)}`;
  const runs = await runsOf([`
coroutines:
  main:${nested(4, `\n${' '.repeat(24)}- call: list([])`)}
`, `
coroutines:
  main:
    - log: fine
`]);
  assert.equal(runs.map(({ kind }) => kind), ['hang', 'trace']);
});

adapter('a name that is none is refused', () => {
  assert.throws(() => cPromiseAdapter('c-promise2:1'), (error: unknown) => error instanceof AdapterError && /no name of c-promise2/u.test(error.message));
});

adapter.run();
