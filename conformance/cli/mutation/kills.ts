// The only place for how strongly a mutant is noticed: which scenarios, and on what grounds.

import type { Level } from '../../spec.ts';
import type { Verdict } from '../../verdict.ts';

/** Strongest first: what a mutant counts as is the first ground on which any scenario notices it. */
export const grounds = ['must', 'should', 'endless', 'observed', 'broken'] as const;
/**
 * `must`, `should`: a check fails that the document demands so strongly. `observed`: what differs is `may`, observed or contested.
 * `endless`: the scenario came to no end within its budget. `broken`: the adapter itself could make nothing of the mutant.
 */
export type Ground = (typeof grounds)[number];

/** Ids of scenarios. */
export type Kills = Readonly<Record<Ground, readonly string[]>>;

/** The ground on which a verdict tells the mutant from the reference; null where it tells nothing. `level`: of the verdict's clause. */
export function groundOf(verdict: Verdict, level: Level): Ground | null {
  switch (verdict.kind) {
    case 'pass':
    case 'unsupported':
    case 'not-applicable':
      return null;
    case 'fail':
      return level === 'must' || level === 'should' ? level : 'observed';
    case 'budget':
    case 'hang':
      return 'endless';
    case 'crash':
    case 'protocol-error':
    case 'adapter-error':
    case 'not-run':
      return 'broken';
  }
}

export function killsOf(noticed: Iterable<readonly [scenario: string, ground: Ground]>): Kills {
  const kills: Record<Ground, string[]> = { must: [], should: [], endless: [], observed: [], broken: [] };
  for (const [scenario, ground] of noticed) kills[ground].push(scenario);
  return kills;
}

/** As the failure message of a mutant, the one text that a Stryker runner can send along. */
export function writeKills(kills: Kills): string {
  return JSON.stringify(kills);
}

/** Throws where the text is not what `writeKills` wrote. */
export function readKills(text: string): Kills {
  const data: unknown = JSON.parse(text);
  if (typeof data !== 'object' || data === null) throw new Error(`a mutant's kills were expected, got ${text}`);
  const given = new Map<string, unknown>(Object.entries(data));
  return killsOf(grounds.flatMap((ground) => {
    const scenarios = given.get(ground);
    if (!Array.isArray(scenarios)) throw new Error(`a mutant's kills lack '${ground}': ${text}`);
    return scenarios.map((scenario): [string, Ground] => [String(scenario), ground]);
  }));
}
