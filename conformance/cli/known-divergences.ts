// The only place that reads what the published runs found on real implementations.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Divergences } from '../divergences.ts';

/** `folder`: of the specification. Null where nothing is kept, or it is of another specification, as nobody knows what would come out now. */
export function knownDivergences(folder: string, digest: string): Divergences | null {
  const file = join(folder, 'divergences.json');
  if (!existsSync(file)) return null;
  const known: Divergences = JSON.parse(readFileSync(file, 'utf8'));
  return known.spec === digest ? known : null;
}
