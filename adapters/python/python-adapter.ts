// The only place for the adapter of CPython, and for what is common to whatever runs the same Python source.

import { AdapterError, type Adapter, type Description } from '../../conformance/adapter.ts';
import { capabilities, type Capability } from '../../conformance/capabilities.ts';
import { findPython } from './discover.ts';
import { startPython, type PythonOptions } from './start-python.ts';

/** Variables of the environment that can change what an interpreter does; those that are set head every result. */
const telling = [
  'PYTHONPATH', 'PYTHONHOME', 'PYTHONSTARTUP', 'PYTHONASYNCIODEBUG', 'PYTHONHASHSEED', 'PYTHONDEVMODE', 'PYTHONOPTIMIZE',
  'PYTHONWARNINGS', 'PYTHONMALLOC', 'PYTHONNOUSERSITE', 'PYTHONUSERBASE', 'PYTHONSAFEPATH', 'PYTHON_GIL', 'PYTHON_JIT',
  'VIRTUAL_ENV',
] as const;

/** Python's own documentation says so of its eager task factory. */
const eagerly = 'a Task runs inside create_task() until it first waits: what holds before its first step, and before its name is bound, does not';

/** `python`, `python:3.7`, `python+pure:/path/to/python`, `python+eager:3.13`: throws AdapterError where the name is none of these. */
export function pythonAdapter(name: string, options: PythonOptions = {}): Adapter {
  const parts = /^python(?:\+(pure|eager))?(?::(.+))?$/.exec(name);
  if (parts === null) {
    throw new AdapterError(`${name} is no name of a Python`, 'Write python, python:3.7, python+pure:3.7, python+eager:3.13 or python:/path/to/python3.');
  }
  const variant = parts[1] ?? null;
  const where = parts[2] ?? null;
  const environment = options.environment ?? {};
  return {
    name,
    async start() {
      const file = await findPython(where);
      return startPython({
        name,
        file,
        ways: variant === null ? [] : [variant],
        hint: `Give a CPython from ${variant === 'eager' ? '3.12' : '3.7'} on: \`${file} -c "import asyncio"\` must work. \`apt-get install python3\` or \`pyenv install ${variant === 'eager' ? '3.13' : '3.7'}\` installs one.`,
        describe: (about) => ({ ...describePython(name, about, environment), ...(variant === 'eager' ? { byDesign: eagerly } : {}) }),
      }, options);
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
  const target = (about['python'] ?? version).split('.').slice(0, 2).join('.');
  return {
    name,
    implementation: about['implementation'] ?? 'Python',
    version,
    target,
    task: about['task'] ?? '',
    capabilities: pythonCapabilities(target),
    environment: environmentOf(about, { ...process.env, ...given }),
    ...(about['caution'] === undefined ? {} : { caution: about['caution'] }),
  };
}

/** All of them; but the class methods left in 3.9. */
function pythonCapabilities(target: string): readonly Capability[] {
  const minor = Number(target.split('.')[1]);
  if (minor < 9) return capabilities;
  return capabilities.filter((capability) => capability !== 'Task.all_tasks' && capability !== 'Task.current_task');
}

function environmentOf(about: Readonly<Record<string, string>>, variables: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const { implementation: _, version: __, task: ___, caution: ____, ...rest } = about;
  const environment: Record<string, string> = { ...rest };
  for (const name of telling) {
    const value = variables[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
