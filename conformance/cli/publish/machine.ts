// The only place that decides what of a machine may be published: versions and systems, never where things lie or whose they are.

import type { Description } from '../../adapter.ts';
import type { Judged } from '../../result.ts';

/** From the root of a file system, or of a drive; a path below home, or one inside an address or a scenario's id, is none. */
const absolute = /(?<![\w.~:/<\]})-])(?:\/(?:bin|data|etc|home|mnt|opt|private|root|run|srv|tmp|Users|usr|var|work|workspace)\/[^\s"'`,;)<]*|[A-Za-z]:\\[^\s"'`,;)<]*)/gu;

/** The absolute paths in a text, each once. */
export function pathsIn(text: string): readonly string[] {
  return [...new Set(text.match(absolute) ?? [])];
}

/**
 * The same verdicts with paths in the surroundings cut to their last part: which interpreter it was is told by its version.
 * No digest covers the surroundings, so the results stay provably whole.
 */
export function withoutPaths(judged: Judged): Judged {
  const { description } = judged;
  if (description === null) return judged;
  const environment = Object.entries(description.environment).map(([name, value]) => [name, lastPart(value)]);
  return { ...judged, description: { ...description, environment: Object.fromEntries(environment) } };
}

function lastPart(value: string): string {
  return value.replace(absolute, (path) => path.split(/[\\/]/u).findLast((part) => part !== '') ?? '');
}

/** Variables that were set, and could have changed a verdict: what is published is of implementations as they come. */
export function swayed({ environment }: Pick<Description, 'environment'>): readonly string[] {
  return Object.keys(environment).filter((name) => /^[A-Z][A-Z_]+$/u.test(name));
}
