// The only place for stamps: what CPython 3.7.16 did with each scenario, kept by the scenario's digest, so that the truth
// travels to machines that have no such Python.

import type { Judged, Result } from './result.ts';
import type { Scenario } from './spec.ts';

/** The Python whose verdicts are kept; the names by which it is asked for, C Task first. */
export const stampedVersion = '3.7.16';
export const stampedNames = [`python:${stampedVersion}`, `python+pure:${stampedVersion}`] as const;

/** A verdict in one word: its kind, and the outcome that fitted, `pass (cpython<3.8)`. */
export interface Stamp {
  readonly scenario: string;
  readonly c: string;
  readonly pure: string;
}

/** By digest of the scenario. */
export type Stamps = Readonly<Record<string, Stamp>>;

export const stampText = ({ verdict }: Result): string =>
  verdict.kind === 'pass' && verdict.variant !== '' ? `pass (${verdict.variant})` : verdict.kind;

/** The stamps of a run of all scenarios on the C and on the pure-Python Task. */
export function stampsOf(c: Judged, pure: Judged): Stamps {
  const ofPure = new Map(pure.results.map((result) => [result.digest, result]));
  return Object.fromEntries(c.results.map((result) => {
    const other = ofPure.get(result.digest);
    return [result.digest, { scenario: result.scenario, c: stampText(result), pure: other === undefined ? 'not-run' : stampText(other) }];
  }));
}

/** Scenarios without a stamp of their present digest. */
export function unstamped(scenarios: readonly Scenario[], stamps: Stamps): readonly string[] {
  return scenarios.filter(({ digest }) => stamps[digest] === undefined).map(({ id }) => id);
}

/** Stamps that no scenario has any more. */
export function stale(scenarios: readonly Scenario[], stamps: Stamps): readonly string[] {
  const digests = new Set(scenarios.map(({ digest }) => digest));
  return Object.entries(stamps).filter(([digest]) => !digests.has(digest)).map(([, { scenario }]) => scenario);
}

/** A scenario counts only if it passes on both Tasks; whatever its level, since variants name every known outcome. */
export function notTrue(stamps: Stamps): readonly Stamp[] {
  return Object.values(stamps).filter(({ c, pure }) => !c.startsWith('pass') || !pure.startsWith('pass'));
}

/** The file's text: one line a stamp, in the order of the scenarios' names, so that a review sees what changed. */
export function writeStamps(stamps: Stamps): string {
  const lines = Object.entries(stamps)
    .sort(([, one], [, other]) => (one.scenario < other.scenario ? -1 : 1))
    .map(([digest, stamp]) => `  ${JSON.stringify(digest)}: ${JSON.stringify(stamp)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
