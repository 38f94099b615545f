// The only place that names the CPythons of this machine for commands that want all of them.

import { UserError } from './user-error.ts';

/** Names such as python:3.7 and python+pure:3.7, oldest first. */
export async function pythonsAtHand(): Promise<readonly string[]> {
  const { discover } = await import('../../adapters/python/discover.ts');
  const found = await discover();
  if (found.length === 0) {
    throw new UserError('no CPython from 3.7 on is found', 'Install one, or name an implementation such as pyodide.');
  }
  return found.flatMap(({ version }) => [`python:${version}`, `python+pure:${version}`]);
}
