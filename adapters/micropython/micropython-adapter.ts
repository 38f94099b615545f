// The only place for the adapter of MicroPython: a Task that was written independently of CPython's, and has few members.

import { fileURLToPath, pathToFileURL } from 'node:url';
import { AdapterError, type Adapter } from '../../conformance/adapter.ts';
import type { Capability } from '../../conformance/capabilities.ts';
import type { Attribute, Program } from '../../conformance/program.ts';
import { startSession } from '../line-child/child-session.ts';
import { findPackages, type FoundPackage } from '../line-child/find-package.ts';
import { nodeHost } from '../line-child/node-host.ts';
import { selective } from '../line-child/selective-session.ts';
import { emitPython } from '../python/emit.ts';
import { lackingSyntax } from './lacking-syntax.ts';

export interface MicroPythonOptions {
  /** The module that the child process runs; from source, host.ts beside this file; bundled, micropython-host.js. */
  readonly host?: URL;
  /** The folder of the harness; bundled, it lies beside this file. */
  readonly folder?: URL;
  readonly startMilliseconds?: number;
}

/** What installs one. */
export const micropythonInstall = 'npm install @micropython/micropython-webassembly-pyscript';

/** Its own members and functions, and three that are worked out: those mark what they show as derived. */
const capabilities: readonly Capability[] = [
  'cancel', 'done', 'create_task', 'gather', 'wait_for', 'current_task', 'exception-handler', 'cancelled', 'result', 'exception',
];

const derived: ReadonlySet<Attribute> = new Set<Attribute>(['cancelled', 'result', 'exception']);

/** `micropython`: throws AdapterError where the name is another. */
export function micropythonAdapter(name: string, options: MicroPythonOptions = {}): Adapter {
  if (name !== 'micropython') throw new AdapterError(`${name} is no name of MicroPython`, 'Write micropython.');
  const fromSource = import.meta.url.endsWith('.ts');
  const host = options.host ?? new URL(fromSource ? './host.ts' : './micropython-host.js', import.meta.url);
  const folder = options.folder ?? new URL('./', import.meta.url);
  return {
    name,
    async start() {
      const found = findMicroPython();
      if (found === null) throw new AdapterError('the package of MicroPython is not installed', `Install it: \`${micropythonInstall}\`.`);
      const session = await startSession({
        name,
        command: (nonce) => nodeHost(host, [nonce, pathToFileURL(found.file).href, fileURLToPath(folder)]),
        startMilliseconds: options.startMilliseconds ?? 30_000,
        hint: `Install it again: \`${micropythonInstall}\`.`,
        // Nothing can interrupt WebAssembly for last words.
        streams: true,
        keeps: false,
        encode,
        describe: (about) => ({
          name,
          implementation: about['implementation'] ?? 'MicroPython',
          version: about['version'] ?? '',
          // Its asyncio was written after that of 3.8, where CancelledError is no Exception any more.
          target: '3.8',
          task: about['task'] ?? '',
          capabilities,
          environment: { package: found.version },
        }),
      });
      return selective(session, lackingSyntax);
    },
  };
}

function encode(program: Program): string {
  const { source, lines } = emitPython(program, { derived });
  return JSON.stringify({ source, lines, shared: ['loop', ...program.shared].sort(), texts: program.texts });
}

/** The module that loads it, or null. */
export function findMicroPython(): FoundPackage | null {
  const name = '@micropython/micropython-webassembly-pyscript';
  return findPackages(`${name}/micropython.mjs`, name)[0] ?? null;
}
