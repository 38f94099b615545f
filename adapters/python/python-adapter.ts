// The only place for the adapter of CPython, and of whatever else runs Python source on a command line.

import { fileURLToPath } from 'node:url';
import { AdapterError, type Adapter, type Description } from '../../conformance/adapter.ts';
import { capabilities, type Capability } from '../../conformance/capabilities.ts';
import { startSession } from '../line-child/child-session.ts';
import { findPython } from './discover.ts';
import { encodeForPython, type Emitted } from './encode.ts';

/** Variables of the environment that can change what an interpreter does; those that are set head every result. */
const telling = [
  'PYTHONPATH', 'PYTHONHOME', 'PYTHONSTARTUP', 'PYTHONASYNCIODEBUG', 'PYTHONHASHSEED', 'PYTHONDEVMODE', 'PYTHONOPTIMIZE',
  'PYTHONWARNINGS', 'PYTHONMALLOC', 'PYTHONNOUSERSITE', 'PYTHONUSERBASE', 'PYTHONSAFEPATH', 'PYTHON_GIL', 'PYTHON_JIT',
  'VIRTUAL_ENV',
] as const;

export interface PythonOptions {
  /** The folder of the harness and what it imports; from source, beside this file. */
  readonly folder?: URL;
  /** How long the interpreter may take to start. */
  readonly startMilliseconds?: number;
  /** Where programs may be found that were encoded before. */
  readonly emitted?: Emitted;
  /** Variables that the interpreter gets beside those of this process, or instead of them. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** `python`, `python:3.7`, `python+pure:/path/to/python`: throws AdapterError where the name is none of these. */
export function pythonAdapter(name: string, options: PythonOptions = {}): Adapter {
  const parts = /^python(\+pure)?(?::(.+))?$/.exec(name);
  if (parts === null) {
    throw new AdapterError(`${name} is no name of a Python`, 'Write python, python:3.7, python+pure:3.7 or python:/path/to/python3.');
  }
  const pure = parts[1] !== undefined;
  const where = parts[2] ?? null;
  const environment = options.environment ?? {};
  const harness = fileURLToPath(new URL('harness.py', options.folder ?? new URL('./', import.meta.url)));
  return {
    name,
    async start() {
      const file = await findPython(where);
      return startSession({
        name,
        command: (nonce) => ({ file, args: [harness, nonce, ...(pure ? ['pure'] : [])], environment }),
        startMilliseconds: options.startMilliseconds ?? 10_000,
        hint: `Give a CPython from 3.7 on: \`${file} -c "import asyncio"\` must work. \`apt-get install python3\` or \`pyenv install 3.7\` installs one.`,
        streams: false,
        keeps: true,
        encode: (program) => options.emitted?.(program) ?? encodeForPython(program),
        describe: (about) => describePython(name, about, environment),
      });
    },
  };
}

/** What a Python that said that it is ready says of itself. */
export function describePython(
  name: string,
  about: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>> = {},
): Description {
  const version = about['version'] ?? '';
  const target = version.split('.').slice(0, 2).join('.');
  return {
    name,
    implementation: about['implementation'] ?? 'Python',
    version,
    target,
    task: about['task'] ?? '',
    capabilities: pythonCapabilities(target),
    environment: environmentOf(about, { ...process.env, ...given }),
  };
}

/** All of them; but the class methods left in 3.9. */
function pythonCapabilities(target: string): readonly Capability[] {
  const minor = Number(target.split('.')[1]);
  if (minor < 9) return capabilities;
  return capabilities.filter((capability) => capability !== 'Task.all_tasks' && capability !== 'Task.current_task');
}

function environmentOf(about: Readonly<Record<string, string>>, variables: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const { implementation: _, version: __, task: ___, ...rest } = about;
  const environment: Record<string, string> = { ...rest };
  for (const name of telling) {
    const value = variables[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
