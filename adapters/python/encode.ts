// The only place that says what the harness is told of a Program: its source, and what it takes to tell its values.

import type { Program } from '../../conformance/program.ts';
import { emitPython } from './emit.ts';

/** Gives what a program was encoded to before, or null. */
export type Emitted = (program: Program) => string | null;

export interface PythonProgram {
  readonly source: string;
  readonly lines: readonly (number | 'start')[];
  readonly shared: readonly string[];
  readonly texts: readonly string[];
}

/** The JSON text that the harness reads. */
export function encodeForPython(program: Program): string {
  return JSON.stringify(encodePython(program));
}

/** The same as data: a module, the step of each of its lines, and the names and texts that its values are told by. */
export function encodePython(program: Program): PythonProgram {
  const { source, lines } = emitPython(program);
  // The scenario's loop is no name that it binds, but a word that an expectation may name.
  return { source, lines, shared: ['loop', ...program.shared].sort(), texts: program.texts };
}
