// The only place that looks for every implementation on this machine, and says what would install those that are absent.

import type { ImplementationRow } from '../../reports/listing.ts';

/** A row for each kind, variant and version, found or not, in the order in which the command lists them. */
export async function implementationsAtHand(): Promise<readonly ImplementationRow[]> {
  const reference: ImplementationRow = { name: 'reference', found: true, what: 'the reference Task, in process', hint: null };
  const others = await Promise.all([pythons(), pypys(), uvloops(), pyodides(), micropythons(), cPromises()]);
  return [reference, ...others.flat()];
}

async function pythons(): Promise<readonly ImplementationRow[]> {
  const { discover, minorVersions } = await import('../../adapters/python/discover.ts');
  const found = await discover();
  return minorVersions.flatMap((version): ImplementationRow[] => {
    const interpreter = found.find((candidate) => candidate.version === version);
    const hint = `pyenv install ${version}`;
    const what = interpreter === undefined ? null : `CPython ${interpreter.exact}, ${interpreter.path}`;
    const rows = [
      row(`python:${version}`, what, hint),
      row(`python+pure:${version}`, what && 'the same, with the pure-Python Task', hint),
    ];
    const isEager = Number(version.split('.')[1]) >= 12;
    return isEager ? [...rows, row(`python+eager:${version}`, what && 'the same, with tasks that start eagerly; breaks clauses by design', hint)] : rows;
  });
}

async function pypys(): Promise<readonly ImplementationRow[]> {
  const { findPypy, pypyInstall } = await import('../../adapters/pypy/pypy-adapter.ts');
  const { askPython } = await import('../../adapters/python/ask-python.ts');
  const file = findPypy();
  const code = "import platform, sys; print('PyPy %s, as Python %s' % ('.'.join(map(str, sys.pypy_version_info[:3])), platform.python_version()))";
  const what = file === null ? null : await askPython(file, code);
  return [row('pypy', what && `${what}, ${file}`, pypyInstall)];
}

async function uvloops(): Promise<readonly ImplementationRow[]> {
  const { findUvloop, uvloopInstall } = await import('../../adapters/uvloop/uvloop-adapter.ts');
  const found = await findUvloop();
  return [
    row('uvloop', found && `uvloop ${found.version} under CPython's Task, ${found.file}`, uvloopInstall),
    row('uvloop+pure', found && 'the same, with the pure-Python Task', uvloopInstall),
  ];
}

async function pyodides(): Promise<readonly ImplementationRow[]> {
  const { installedPyodides, findPyodide } = await import('../../adapters/pyodide/find-pyodide.ts');
  const { pyodideInstall } = await import('../../adapters/pyodide/pyodide-adapter.ts');
  const usual = findPyodide();
  const others = installedPyodides().filter(({ version }) => version !== usual?.version);
  return [
    row('pyodide', usual && `CPython as WebAssembly, pyodide ${usual.version} from npm`, pyodideInstall),
    row('pyodide+pure', usual && 'the same, with the pure-Python Task', pyodideInstall),
    row('pyodide+task', usual && 'the same, with Pyodide’s own Task', pyodideInstall),
    row('pyodide+webloop', usual && 'the same, with Pyodide’s own Task on Pyodide’s own loop', pyodideInstall),
    ...others.map(({ version }) => row(`pyodide:${version}`, `pyodide ${version} from npm, with the same variants`, pyodideInstall)),
  ];
}

async function micropythons(): Promise<readonly ImplementationRow[]> {
  const { findMicroPython, micropythonInstall } = await import('../../adapters/micropython/micropython-adapter.ts');
  const found = findMicroPython();
  return [row('micropython', found && `MicroPython as WebAssembly, ${found.version} from npm`, micropythonInstall)];
}

async function cPromises(): Promise<readonly ImplementationRow[]> {
  const { cPromiseInstall, findCPromise } = await import('../../adapters/c-promise2/c-promise2-adapter.ts');
  const found = findCPromise();
  return [row('c-promise2', found && `cancelable promises in JavaScript, ${found.version} from npm`, cPromiseInstall)];
}

function row(name: string, what: string | null, hint: string): ImplementationRow {
  return what === null ? { name, found: false, what: 'absent', hint } : { name, found: true, what, hint: null };
}
