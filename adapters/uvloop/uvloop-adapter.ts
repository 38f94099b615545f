// The only place for the adapter of uvloop: CPython's Task on a loop that nobody of asyncio wrote.

import { AdapterError, type Adapter } from '../../conformance/adapter.ts';
import { askPython } from '../python/ask-python.ts';
import { findPython } from '../python/discover.ts';
import { isExecutable } from '../python/find-command.ts';
import { describePython } from '../python/python-adapter.ts';
import { startPython, type PythonOptions } from '../python/start-python.ts';

/** What installs one. */
export const uvloopInstall = 'apt-get install python3-uvloop';

/** Debian's own Python, for which it packs uvloop; another python3 on PATH may not see it. */
const system = '/usr/bin/python3';

/** `uvloop`, `uvloop:3.12`, `uvloop+pure:/path/to/python3`: throws AdapterError where the name is none of these. */
export function uvloopAdapter(name: string, options: PythonOptions = {}): Adapter {
  const parts = /^uvloop(\+pure)?(?::(.+))?$/.exec(name);
  if (parts === null) throw new AdapterError(`${name} is no name of uvloop`, 'Write uvloop, uvloop+pure, uvloop:3.12 or uvloop:/path/to/python3.');
  const where = parts[2] ?? null;
  return {
    name,
    async start() {
      const file = await pythonFor(where);
      return startPython({
        name,
        file,
        ways: ['uvloop', ...(parts[1] === undefined ? [] : ['pure'])],
        hint: `\`${file} -c "import uvloop"\` must work: \`${uvloopInstall}\`, or \`${file} -m pip install uvloop\`; or name a Python that has it, uvloop:/path/to/python3.`,
        describe: (about) => describePython(name, about),
      }, options);
    },
  };
}

/** The Python that is taken where nobody names one, with its uvloop; null where there is none, or it has no uvloop. */
export async function findUvloop(): Promise<{ readonly file: string; readonly version: string } | null> {
  try {
    const file = await pythonFor(null);
    const version = await askPython(file, 'import uvloop; print(uvloop.__version__)');
    return version === null ? null : { file, version };
  } catch (error) {
    if (error instanceof AdapterError) return null;
    throw error;
  }
}

async function pythonFor(where: string | null): Promise<string> {
  return where === null && isExecutable(system) ? system : findPython(where);
}
