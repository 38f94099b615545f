// The only place for what MicroPython's language lacks, where no word of a program tells it already.

import type { Capability } from '../../conformance/capabilities.ts';
import type { Program } from '../../conformance/program.ts';

/** `python-syntax` for a program that chains exceptions: `raise … from` is read there and forgotten. */
export function lackingSyntax(program: Program): Capability | null {
  return chains([program.bodies, program.drive]) ? 'python-syntax' : null;
}

/** A Program is plain data, so that all its steps and expressions can be walked alike. */
function chains(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if (Array.isArray(data)) return data.some(chains);
  if ('kind' in data && data.kind === 'raise' && 'cause' in data && data.cause !== null) return true;
  if ('kind' in data && data.kind === 'attribute' && 'name' in data && data.name === '__cause__') return true;
  return Object.values(data).some(chains);
}
