// The only place that starts the Python harness as a child process, whichever interpreter runs it.

import { fileURLToPath } from 'node:url';
import type { Description, Session } from '../../conformance/adapter.ts';
import { startSession } from '../line-child/child-session.ts';
import { encodeForPython, type Emitted } from './encode.ts';

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

export interface PythonStart {
  readonly name: string;
  /** The interpreter. */
  readonly file: string;
  /** What harness.py is told to vary: pure, eager, uvloop. */
  readonly ways: readonly string[];
  /** What to do where it does not start. */
  readonly hint: string;
  describe(about: Readonly<Record<string, string>>): Description;
}

/** Rejects with an AdapterError where the interpreter cannot be had, or lacks what the ways ask for. */
export function startPython({ file, ways, ...start }: PythonStart, options: PythonOptions): Promise<Session> {
  const harness = fileURLToPath(new URL('harness.py', options.folder ?? new URL('./', import.meta.url)));
  return startSession({
    ...start,
    command: (nonce) => ({ file, args: [harness, nonce, ...ways], environment: options.environment ?? {} }),
    startMilliseconds: options.startMilliseconds ?? 30_000,
    streams: false,
    keeps: true,
    encode: (program) => options.emitted?.(program) ?? encodeForPython(program),
  });
}
