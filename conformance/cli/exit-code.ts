// The only place that turns what was concluded into an exit code; never the number of failures.

import { conclude } from '../conclusion.ts';
import type { Conclusion } from '../conclusion.ts';
import type { Judged } from '../result.ts';
import type { Shard } from '../shard.ts';

export const exitCodes = { conforms: 0, differs: 1, wrongCall: 2, broken: 3, outOfDate: 4, interrupted: 130 } as const;

/**
 * Of several implementations the gravest decides: a harness that failed is no verdict on any of them. A shard in which nothing could be
 * judged says nothing about the whole.
 */
export function exitCodeOf(judged: readonly Judged[], shard: Shard | null = null): number {
  const conclusions = judged.map(conclude).filter((conclusion) => shard === null || conclusion !== 'not judged');
  const gravest = byGravity.find(([conclusion]) => conclusions.includes(conclusion));
  return gravest === undefined ? exitCodes.conforms : gravest[1];
}

const byGravity: readonly (readonly [Conclusion, number])[] = [
  ['specification wrong', exitCodes.wrongCall],
  ['cut short', exitCodes.interrupted],
  ['failed', exitCodes.broken],
  ['does not conform', exitCodes.differs],
  ['not judged', exitCodes.differs],
];
