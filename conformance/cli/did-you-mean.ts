// The only place that words the answer to a name that does not exist.

import { nearest } from '../load/nearest.ts';

/** `Did you mean x?` where one is near, else all that there are if they are few, else where to look. */
export function didYouMean(name: string, known: readonly string[], elsewhere: string): string {
  const near = nearest(name, known);
  if (near !== undefined) return `Did you mean ${near}?`;
  return known.length <= 12 ? `There are: ${known.join(', ')}.` : elsewhere;
}
