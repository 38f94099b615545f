// The example in Python judges the Task that it names, or says why it would not.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AdapterError } from '../../../conformance/adapter.ts';
import { discover } from '../../python/discover.ts';
import { stdioAdapter } from '../../stdio/stdio-adapter.ts';
import { patchedPuppet } from './puppets.ts';

const patched = suite('a puppet with a Task of its own');
const pythons = await discover();
const both = [pythons[0], pythons.at(-1)].filter((python) => python !== undefined);

/** Which Task is judged where this is executed before asyncio is used, or why none is. */
async function judged(python: string, patch: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
  try {
    writeFileSync(join(folder, 'sitecustomize.py'), `import asyncio\nclass Task(asyncio.Task): pass\n${patch}\n`);
    const session = await stdioAdapter(patchedPuppet(python, folder)).start();
    await session.stop();
    return session.description.task;
  } catch (error) {
    if (error instanceof AdapterError) return `${error.message}\n${error.hint}`;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (both.length === 0) {
  patched('(skipped: no CPython is here; `pyenv install 3.7` installs one)', () => console.log('  skipped: no CPython is here; `pyenv install 3.7` installs one'));
}
for (const { path, version } of new Set(both)) {
  patched(`${version}: one that asyncio names, and its loop does not make, is refused, with what to do`, async () => {
    assert.match(await judged(path, 'asyncio.Task = Task'), /asyncio\.Task is sitecustomize\.Task, but nearly every scenario would judge _asyncio\.Task.*\n.*def create_task/u);
  });

  patched(`${version}: one in both places is judged`, async () => {
    assert.is(await judged(path, 'asyncio.Task = asyncio.tasks.Task = Task'), 'sitecustomize.Task');
  });

  patched(`${version}: one that cannot be made is judged, too`, async () => {
    assert.is(await judged(path, 'Task.__init__ = lambda self: None\nasyncio.Task = asyncio.tasks.Task = Task'), 'sitecustomize.Task');
  });
}

patched.run();
