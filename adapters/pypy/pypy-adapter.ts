// The only place for the adapter of PyPy: its asyncio has the Task written in Python, on another virtual machine.

import { AdapterError, type Adapter } from '../../conformance/adapter.ts';
import { describePython } from '../python/python-adapter.ts';
import { startPython, type PythonOptions } from '../python/start-python.ts';
import { findCommand } from '../python/find-command.ts';

/** What installs one. */
export const pypyInstall = 'apt-get install pypy3';

/** `pypy` or `pypy:/path/to/pypy3`: throws AdapterError where the name is neither. */
export function pypyAdapter(name: string, options: PythonOptions = {}): Adapter {
  const parts = /^pypy(?::(.*[/\\].*))?$/.exec(name);
  if (parts === null) throw new AdapterError(`${name} is no name of a PyPy`, 'Write pypy, which is pypy3 on PATH, or pypy:/path/to/pypy3.');
  const where = parts[1] ?? null;
  return {
    name,
    async start() {
      const file = findPypy(where);
      if (file === null) throw new AdapterError(`${where ?? 'pypy3'} was not found`, `Install it, \`${pypyInstall}\`, or give its path, pypy:/path/to/pypy3.`);
      return startPython({
        name,
        file,
        ways: [],
        hint: `Give a PyPy of Python 3.7 or later: \`${file} -c "import asyncio"\` must work. \`${pypyInstall}\` installs one.`,
        describe: (about) => describePython(name, about),
        // It takes twice as long as CPython to start, and more where processors are few.
      }, { startMilliseconds: 30_000, ...options });
    },
  };
}

/** The file itself, or the first `pypy3` (then `pypy`) on PATH; null where there is none. */
export function findPypy(where: string | null = null): string | null {
  return where === null ? findCommand('pypy3') ?? findCommand('pypy') : findCommand(where);
}
