// The only place for the adapter of Pyodide: a real CPython in WebAssembly, for machines without any Python.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AdapterError, type Adapter } from '../../conformance/adapter.ts';
import { startSession } from '../line-child/child-session.ts';
import { encodeForPython, type Emitted } from '../python/encode.ts';
import { describePython } from '../python/python-adapter.ts';

export interface PyodideOptions {
  /** The module that the child process runs; from source, host.ts beside this file; bundled, pyodide-host.js. */
  readonly host?: URL;
  /** The folder of the Python files; bundled, they lie beside this file. */
  readonly folder?: URL;
  /** How long loading it may take; it is some seconds of work. */
  readonly startMilliseconds?: number;
  /** Where programs may be found that were encoded before. */
  readonly emitted?: Emitted;
}

/** `pyodide` or `pyodide+pure`: throws AdapterError where the name is neither. */
export function pyodideAdapter(name: string, options: PyodideOptions = {}): Adapter {
  if (name !== 'pyodide' && name !== 'pyodide+pure') {
    throw new AdapterError(`${name} is no name of Pyodide`, 'Write pyodide or pyodide+pure.');
  }
  const fromSource = import.meta.url.endsWith('.ts');
  const host = options.host ?? new URL(fromSource ? './host.ts' : './pyodide-host.js', import.meta.url);
  const folder = options.folder ?? new URL(fromSource ? '../python/' : './', import.meta.url);
  return {
    name,
    async start() {
      const found = findPyodide();
      if (found === null) throw new AdapterError('the package pyodide is not installed', 'Install it: `npm install pyodide`.');
      const { module } = found;
      return startSession({
        name,
        command: (nonce) => ({
          file: process.execPath,
          args: [...loaderOf(host), fileURLToPath(host), nonce, module, fileURLToPath(folder), ...(name === 'pyodide+pure' ? ['pure'] : [])],
        }),
        startMilliseconds: options.startMilliseconds ?? 120_000,
        hint: 'Install it again, `npm install pyodide`; it takes some seconds and 200 MB of memory to start.',
        // Nothing can interrupt WebAssembly for last words, and a line for each observation costs little beside the rest.
        streams: true,
        keeps: false,
        encode: (program) => options.emitted?.(program) ?? encodeForPython(program),
        describe: (about) => describePython(name, about),
      });
    },
  };
}

/** Ours, else that of the project in which the command was called: the address of the module that loads it. */
export function findPyodide(): { readonly module: string; readonly version: string } | null {
  for (const from of [import.meta.url, pathToFileURL(join(process.cwd(), 'package.json')).href]) {
    try {
      const module = createRequire(from).resolve('pyodide/pyodide.mjs');
      const manifest: unknown = JSON.parse(readFileSync(join(dirname(module), 'package.json'), 'utf8'));
      const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
      return { module: pathToFileURL(module).href, version };
    } catch {
      // Not there; the next place may have it.
    }
  }
  return null;
}

/** Only a checkout runs TypeScript, and it has tsx. */
function loaderOf(host: URL): readonly string[] {
  if (!host.pathname.endsWith('.ts')) return [];
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}
