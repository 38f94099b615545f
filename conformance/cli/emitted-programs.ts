// The only place that keeps the programs of the suite as the harness of Python reads them: the build emits, a run hands them on.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from '../program.ts';
import type { Scenario } from '../spec.ts';
import { compiledSpec } from './spec-source.ts';

export const emittedName = 'python-programs.txt';

/** Beside the bundle and the compiled specification; a checkout that runs from its sources has none, and emits. */
const file = join(dirname(fileURLToPath(import.meta.url)), emittedName);

/** Programs are known by identity: a changed copy of one is another. */
let texts: ReadonlyMap<Program, string> | null = null;

/** What a program of the compiled specification was encoded to, or null. */
export function emittedProgram(program: Program): string | null {
  texts ??= readEmitted(compiledSpec()?.scenarios ?? [], file);
  return texts.get(program) ?? null;
}

/** The content of the file: a line a scenario, its digest before what its program was encoded to. */
export function writeEmitted(scenarios: readonly Scenario[], encode: (program: Program) => string): string {
  return scenarios.map(({ digest, program }) => `${digest} ${encode(program)}\n`).join('');
}

/** The texts of those scenarios that the file has, in their order; of one that changed since the digest is another, and it has none. */
export function readEmitted(scenarios: readonly Scenario[], path: string): ReadonlyMap<Program, string> {
  const found = new Map<Program, string>();
  if (scenarios.length === 0) return found;
  let lines: readonly string[];
  try {
    // What stands behind the last end of a line is no whole line.
    lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  } catch {
    return found;
  }
  scenarios.forEach(({ digest, program }, index) => {
    const line = lines[index];
    if (line?.startsWith(`${digest} `) === true) found.set(program, line.slice(digest.length + 1));
  });
  return found;
}
