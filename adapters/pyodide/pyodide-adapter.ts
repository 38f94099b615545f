// The only place for the adapter of Pyodide: a real CPython in WebAssembly, for machines without any Python.

import { fileURLToPath } from 'node:url';
import { AdapterError, type Adapter, type Description } from '../../conformance/adapter.ts';
import type { Capability } from '../../conformance/capabilities.ts';
import { nodeHost } from '../line-child/node-host.ts';
import { startSession } from '../line-child/child-session.ts';
import { selective } from '../line-child/selective-session.ts';
import { encodeForPython, type Emitted } from '../python/encode.ts';
import { describePython } from '../python/python-adapter.ts';
import { findPyodide } from './find-pyodide.ts';
import { lackingOnWebLoop } from './waits-for-nothing.ts';

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

/** What installs one. */
export const pyodideInstall = 'npm install pyodide';

/** What the harness is told to vary, by what stands behind the plus. */
const ways: Readonly<Record<string, string>> = { pure: 'pure', task: 'pyodide-task', webloop: 'webloop' };

/** WebLoop is JavaScript's queue: it is never stepped, stopped or closed, and there is one of it. */
const lackingWebLoop: ReadonlySet<Capability> = new Set(['loop-control', 'several-loops', 'run']);

/** `pyodide`, `pyodide+pure`, `+task`, `+webloop`, each with `:0.27.7` or `:/path/to/package`: throws AdapterError where the name is none. */
export function pyodideAdapter(name: string, options: PyodideOptions = {}): Adapter {
  const parts = /^pyodide(?:\+(pure|task|webloop))?(?::(\d+\.\d+\.\d+[\w.-]*|.*[/\\].*))?$/.exec(name);
  if (parts === null) {
    const hint = 'Write pyodide, pyodide+pure, pyodide+task or pyodide+webloop; behind a colon a version that npm has installed, 0.27.7, or a folder.';
    throw new AdapterError(`${name} is no name of Pyodide`, hint);
  }
  const [, variant = '', where = null] = parts;
  const way = ways[variant];
  const fromSource = import.meta.url.endsWith('.ts');
  const host = options.host ?? new URL(fromSource ? './host.ts' : './pyodide-host.js', import.meta.url);
  const folder = options.folder ?? new URL(fromSource ? '../python/' : './', import.meta.url);
  return {
    name,
    async start() {
      const found = findPyodide(where);
      if (found === null) throw missing(where);
      const session = await startSession({
        name,
        command: (nonce) => nodeHost(host, [nonce, found.module, fileURLToPath(folder), ...(way === undefined ? [] : [way])]),
        startMilliseconds: options.startMilliseconds ?? 120_000,
        hint: `Install it again, \`${pyodideInstall}\`; it takes some seconds and 200 MB of memory to start.`,
        // Nothing can interrupt WebAssembly for last words, and a line for each observation costs little beside the rest.
        streams: true,
        keeps: false,
        encode: (program) => options.emitted?.(program) ?? encodeForPython(program),
        describe: (about) => describe(name, variant, about),
      });
      return variant === 'webloop' ? selective(session, lackingOnWebLoop) : session;
    },
  };
}

function missing(where: string | null): AdapterError {
  if (where === null) return new AdapterError('the package pyodide is not installed', `Install it: \`${pyodideInstall}\`.`);
  if (/[/\\]/.test(where)) return new AdapterError(`${where} is no folder of the package pyodide`, 'Give one that npm has made, pyodide:./node_modules/pyodide.');
  const hint = `Install it under a name of its own: \`npm install pyodide-${where}@npm:pyodide@${where}\`.`;
  return new AdapterError(`Pyodide ${where} was not found in node_modules`, hint);
}

function describe(name: string, variant: string, about: Readonly<Record<string, string>>): Description {
  const description = describePython(name, about);
  if (variant !== 'webloop') return description;
  return { ...description, capabilities: description.capabilities.filter((capability) => !lackingWebLoop.has(capability)) };
}
