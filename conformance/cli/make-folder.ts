// The only place that makes folders: Node's own `recursive` never returns where the system says of a folder below one
// that is there that it is not, as below /proc.

import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder and those above it; gives the first that was made, or null. Throws what the system says. */
export function makeFolder(path: string): string | null {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return null;
  const parent = dirname(path);
  const first = parent === path ? null : makeFolder(parent);
  mkdirSync(path);
  return first ?? path;
}
