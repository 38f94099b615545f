// Tasks that start eagerly: a way of Python's own, which breaks promises on purpose, and says so.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AdapterError } from '../../../conformance/adapter.ts';
import { installed, whereFound } from '../../../conformance/test/where-found.ts';
import { discover } from '../discover.ts';
import { pythonAdapter } from '../python-adapter.ts';
import { budget, programFrom } from './scenario-from-text.ts';

const eager = suite('tasks that start eagerly');
const found = await discover();
const able = found.findLast(({ version }) => Number(version.split('.')[1]) >= 12);
const old = found.find(({ version }) => Number(version.split('.')[1]) < 12);
const withEager = whereFound(eager, installed(able !== undefined, 'a CPython from 3.12 on', 'pyenv install 3.13'));
const withoutEager = whereFound(eager, installed(old !== undefined, 'a CPython before 3.12', 'pyenv install 3.11'));

const program = programFrom(`
coroutines:
  worker:
    - log: started
    - cycle: 1
    - log: went on
  main:
    - call: create_task(worker())
    - log: created
    - cycle: 2
`);

withEager(
  'the body runs inside create_task(), and the description says so',
  async () => {
    const session = await pythonAdapter(`python+eager:${able?.path ?? ''}`).start();
    try {
      assert.match(session.description.byDesign ?? '', /runs inside create_task\(\)/u);
      const run = await session.run(program, budget, { notes: false });
      assert.equal(run.kind === 'trace' && run.trace.observations.map(({ step }) => step), [1, 5, 3]);
    } finally {
      await session.stop();
    }
  },
);

withEager(
  'a Task of one\'s own, which the factory does not make, is refused',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
    writeFileSync(join(folder, 'sitecustomize.py'), 'import asyncio\nclass Task(asyncio.Task): pass\nasyncio.Task = asyncio.tasks.Task = Task\n');
    try {
      await pythonAdapter(`python+eager:${able?.path ?? ''}`, { environment: { PYTHONPATH: folder } }).start();
      assert.unreachable();
    } catch (error) {
      assert.match(error instanceof AdapterError ? error.message : '', /judge _asyncio\.Task.*eager_task_factory knows no other/u);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

withoutEager(
  'a Python before 3.12 has none, and the error says so',
  async () => {
    try {
      await pythonAdapter(`python+eager:${old?.path ?? ''}`).start();
      assert.unreachable();
    } catch (error) {
      assert.match(error instanceof AdapterError ? error.message : '', /no eager_task_factory; Python 3\.12 was the first/u);
      assert.match(error instanceof AdapterError ? error.hint : '', /pyenv install 3\.13/u);
    }
  },
);

eager.run();
