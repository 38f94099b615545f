import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { installed, whereFound } from '../../../conformance/test/where-found.ts';
import { AdapterError } from '../../../conformance/adapter.ts';
import { budget, programFrom } from '../../python/test/scenario-from-text.ts';
import { findPypy, pypyAdapter, pypyInstall } from '../pypy-adapter.ts';

const adapter = suite('the pypy adapter');
const withPypy = whereFound(adapter, installed(findPypy() !== null, 'PyPy', pypyInstall));

withPypy('PyPy runs programs on a clock that jumps, and tells notes and stacks', async () => {
  const session = await pypyAdapter('pypy').start();
  try {
    const { implementation, version, target, environment } = session.description;
    assert.is(implementation, 'PyPy');
    assert.ok(Number(version.split('.')[0]) >= 5, `its own version, not that of its Python: ${version}`);
    assert.is(environment['python']?.split('.').slice(0, 2).join('.'), target);
    assert.is(session.description.task, 'asyncio.tasks.Task');
    const program = programFrom(`
coroutines:
  worker:
    - await: sleep(3600)
  main:
    - call: create_task(worker())
      as: t
    - cycle: 1
    - check: t.get_stack()
      is: [worker]
    - call: t.cancel()
    - await: t
      raises: CancelledError
    - await: sleep(60)
    - check: loop.time()
      is: 60
`);
    const run = await session.run(program, budget, { notes: true });
    const { observations, notes } = run.kind === 'trace' ? run.trace : { observations: [], notes: [] };
    assert.equal(observations.map((one) => (one.kind === 'value' ? one.value : one.kind)), [[{ frame: 'worker', at: 1 }], 'raised', 60]);
    assert.ok(notes.some(({ kind, task }) => kind === 'delivered' && task === 'worker#1'));
  } finally {
    await session.stop();
  }
});

adapter('a name that is none is refused', () => {
  for (const name of ['pypy:3.9', 'pypy+pure', 'pypy:']) {
    assert.throws(() => pypyAdapter(name), (error: unknown) => error instanceof AdapterError && /no name of a PyPy/u.test(error.message));
  }
});

adapter('one that is not there is an error that says what to install', async () => {
  try {
    await pypyAdapter('pypy:/no/such/pypy3').start();
    assert.unreachable();
  } catch (error) {
    assert.ok(error instanceof AdapterError && error.message === '/no/such/pypy3 was not found' && error.hint.includes(pypyInstall));
  }
});

adapter.run();
