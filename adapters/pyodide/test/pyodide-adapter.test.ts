import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { using } from '../../line-child/test/using.ts';
import { installed, whereFound } from '../../../conformance/test/where-found.ts';
import { AdapterError } from '../../../conformance/adapter.ts';
import { budget, programFrom } from '../../python/test/scenario-from-text.ts';
import { findPyodide } from '../find-pyodide.ts';
import { pyodideAdapter } from '../pyodide-adapter.ts';

const adapter = suite('the pyodide adapter');
const withPyodide = whereFound(adapter, installed(findPyodide() !== null, 'Pyodide', 'npm install pyodide'));

const program = programFrom(`
coroutines:
  worker:
    - await: sleep(3600)
  main:
    - call: create_task(worker())
      as: t
    - cycle: 1
    - check: t.cancel()
      is: true
    - await: t
      raises: CancelledError
    - check: t.cancelled()
      is: true
`);

/** One that runs for longer than anybody waits. */
const endless = programFrom(`
coroutines:
  main:
    - log: before
    - repeat: 1000
      do:
        - repeat: 1000
          do:
            - repeat: 1000
              do:
                - call: list([])
`);

const seen = [
  { kind: 'value', step: 5, value: true }, { kind: 'raised', step: 6, error: { error: 'CancelledError', args: [] } }, { kind: 'value', step: 7, value: true },
].map((one, n) => ({ ...one, step: n + 4 }));

withPyodide('a CPython in WebAssembly runs programs, and one that hangs costs one verdict', async () => {
  await using(pyodideAdapter('pyodide'), async (session) => {
    assert.is(session.description.implementation, 'CPython');
    assert.is(session.description.task, '_asyncio.Task');
    assert.match(session.description.target, /^3\.\d+$/);
    assert.ok('pyodide' in session.description.environment);
    const runs = await Promise.all([program, endless, program].map((one) => session.run(one, budget, { notes: false })));
    assert.equal(runs.map(({ kind }) => kind), ['trace', 'hang', 'trace']);
    assert.equal(runs[0]?.kind === 'trace' && runs[0].trace.observations, seen);
    assert.equal(runs[1]?.kind === 'hang' && runs[1].partial.observations, [{ kind: 'reached', step: 1 }]);
    assert.equal(runs[2], runs[0]);
  });
});

withPyodide('its Task written in Python is another subject, with notes too', async () => {
  await using(pyodideAdapter('pyodide+pure'), async (session) => {
    assert.is(session.description.task, 'asyncio.tasks.Task');
    const run = await session.run(program, budget, { notes: true });
    assert.equal(run.kind === 'trace' && run.trace.observations, seen);
    assert.ok(run.kind === 'trace' && run.trace.notes.some(({ kind, task }) => kind === 'delivered' && task === 'worker#1'));
  });
});

adapter('a name that is none is refused', () => {
  assert.throws(() => pyodideAdapter('pyodide:latest'), (error: unknown) => error instanceof AdapterError && /no name of Pyodide/.test(error.message));
});

withPyodide('a host that does not start is a clear error', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
  try {
    const host = join(folder, 'host.mjs');
    writeFileSync(host, "throw new Error('no WebAssembly here')");
    await pyodideAdapter('pyodide', { host: pathToFileURL(host) }).start();
    assert.unreachable();
  } catch (error) {
    assert.match(error instanceof AdapterError ? error.message : String(error), /pyodide: .*exit code 1.*no WebAssembly here/s);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

adapter.run();
