import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { implementationsAtHand } from '../at-hand.ts';
import { implementationOf } from '../implementations.ts';

const hand = suite('what is at hand');

hand('every row names what can be asked for, and either what was found or how to install it', async () => {
  const rows = await implementationsAtHand();
  for (const { name, found, what, hint } of rows) {
    assert.is(implementationOf(name).name, name);
    assert.is(found, hint === null, name);
    assert.ok(found ? what !== 'absent' : what === 'absent', name);
  }
  assert.is(new Set(rows.map(({ name }) => name)).size, rows.length);
});

hand('each kind and each variant has a row', async () => {
  const names = (await implementationsAtHand()).map(({ name }) => name.replace(/:.*$/u, ''));
  for (const name of [
    'reference', 'python', 'python+pure', 'python+eager', 'pypy', 'uvloop', 'uvloop+pure', 'pyodide', 'pyodide+pure', 'pyodide+task',
    'pyodide+webloop', 'micropython', 'c-promise2',
  ]) assert.ok(names.includes(name), name);
});

hand('on a machine with nothing the rows say how to get it', async () => {
  const { PATH, PYENV_ROOT } = process.env;
  Object.assign(process.env, { PATH: '/nowhere', PYENV_ROOT: '/nowhere' });
  try {
    const rows = await implementationsAtHand();
    assert.equal(rows.filter(({ name }) => name === 'pypy' || name === 'python:3.7').map(({ hint }) => hint), ['pyenv install 3.7', 'apt-get install pypy3']);
  } finally {
    Object.assign(process.env, { PATH, PYENV_ROOT });
    if (PYENV_ROOT === undefined) delete process.env['PYENV_ROOT'];
  }
});

hand.run();
