import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { call } from './call.ts';

const observe = suite('taskspec observe');
const file = join(fileURLToPath(new URL('../../../spec/scenarios/', import.meta.url)), 'cancel', 'documented-example.yaml');

/** Without a Python anywhere. */
async function onAnEmptyMachine<T>(does: () => Promise<T>): Promise<T> {
  const { PATH, PYENV_ROOT } = process.env;
  Object.assign(process.env, { PATH: '/nowhere', PYENV_ROOT: '/nowhere' });
  try {
    return await does();
  } finally {
    Object.assign(process.env, { PATH, PYENV_ROOT });
    if (PYENV_ROOT === undefined) delete process.env['PYENV_ROOT'];
  }
}

observe('one that is there decides the exit code, whatever becomes of the others', async () => {
  const { code, out } = await onAnEmptyMachine(() => call(['observe', file, 'python:3.7', 'reference']));
  assert.is(code, 0);
  assert.match(out, /Python 3\.7 was not found/u);
  assert.match(out, /reference/u);
});

observe('where none could be started, that is exit code 3', async () => {
  const { code, out } = await onAnEmptyMachine(() => call(['observe', file, 'python:3.7', 'python+pure:3.7', '--json']));
  assert.is(code, 3);
  const { seen }: { readonly seen: readonly { readonly run: { readonly kind: string } }[] } = JSON.parse(out);
  assert.equal(seen.map(({ run }) => run.kind), ['adapter-error', 'adapter-error']);
});

observe('where nothing is named and no Python is found, it says so', async () => {
  const { code, err } = await onAnEmptyMachine(() => call(['observe', file]));
  assert.is(code, 2);
  assert.match(err, /no CPython from 3\.7 on is found/u);
});

observe('once it is interrupted it starts nothing', async () => {
  const { out } = await call(['observe', file, 'reference', '--json'], { signal: AbortSignal.abort() });
  assert.equal(JSON.parse(out).seen, []);
});

observe.run();
